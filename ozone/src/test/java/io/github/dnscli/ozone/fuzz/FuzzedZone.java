package io.github.dnscli.ozone.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dnscli.testkit.Trouble;
import io.github.dnscli.testkit.VariedZone;
import io.github.dnscli.testkit.ZoneMutation;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Zone files to which several things have happened, from a seed: mishaps of people first, then of machines.
final class FuzzedZone {

    private static final List<String> TROUBLES = Trouble.all();
    private static final ZoneMutation[] MISHAPS = ZoneMutation.values();

    /// Octets that mean something to some reader, and the neighbours of those that do.
    private static final byte[] TELLING =
            "\0\t\n\r \"#$%()*+,-./09:;=?@AZ[\\]_az\u007f\u00ff".getBytes(UTF_8);

    private static final int LARGEST = 20_000;

    private FuzzedZone() {}

    static byte[] of(long seed) {
        var random = new Random(seed);
        byte[] octets = mishaps(random).getBytes(UTF_8);
        for (int times = random.nextInt(4); times > 0; times--) {
            octets = damaged(octets, random);
        }
        return octets;
    }

    private static String mishaps(Random random) {
        if (random.nextInt(8) == 0) {
            return Trouble.zoneWith(TROUBLES.get(random.nextInt(TROUBLES.size())));
        }
        List<String> lines = VariedZone.lines(random);
        for (int times = random.nextInt(4); times > 0; times--) {
            var kept = new ArrayList<>(lines);
            kept.removeIf(String::isEmpty);
            lines = MISHAPS[random.nextInt(MISHAPS.length)].applyTo(kept, random);
        }
        return String.join(random.nextInt(8) == 0 ? "\r\n" : "\n", lines);
    }

    private static byte[] damaged(byte[] octets, Random random) {
        if (octets.length == 0) {
            return octets;
        }
        int from = random.nextInt(octets.length);
        int to = Math.min(octets.length, from + 1 + random.nextInt(1 << random.nextInt(9)));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(octets, from, from + 1, telling(random));
            case 1 -> spliced(octets, from, from, telling(random));
            case 2 -> spliced(octets, from, to, new byte[0]);
            case 3 -> spliced(octets, from, from, slice(octets, from, to), random.nextInt(30));
            case 4 -> spliced(octets, random.nextInt(octets.length), to, octets, 1);
            default -> spliced(octets, from, from + 1, new byte[] {(byte) random.nextInt()});
        };
    }

    private static byte[] telling(Random random) {
        return new byte[] {TELLING[random.nextInt(TELLING.length)]};
    }

    private static byte[] slice(byte[] octets, int from, int to) {
        return java.util.Arrays.copyOfRange(octets, from, to);
    }

    private static byte[] spliced(byte[] octets, int from, int to, byte[] middle) {
        return spliced(octets, from, to, middle, 1);
    }

    /// {@return the octets with those in a range replaced, up to a length at which things get slow without getting worse}
    private static byte[] spliced(byte[] octets, int from, int to, byte[] middle, int times) {
        var result = new ByteArrayOutputStream();
        result.write(octets, 0, from);
        for (int i = 0; i < times && result.size() < LARGEST; i++) {
            result.writeBytes(middle);
        }
        int end = Math.max(from, to);
        result.write(octets, end, octets.length - end);
        return result.toByteArray();
    }
}
