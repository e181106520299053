package io.github.dnscli.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/// Writes zones of any size, of which no checker has anything to say. It needs nothing but the JDK:
///
/// ```sh
/// java -cp testkit/target/classes io.github.dnscli.testkit.ZoneGenerator 1000000 mixed > example.com
/// ```
public final class ZoneGenerator {

    private static final String[] HEAD = {
        "@ IN SOA ns1 hostmaster ( 2026010100 ; serial\n 2h 30m 2w ; timers\n 1h )",
        "@ NS ns1",
        "@ NS ns2",
        "ns1 A 192.0.2.1",
        "ns2 A 192.0.2.2",
        "ns2 AAAA 2001:db8::2",
    };

    /// A prime larger than any number of records, and so without a divisor in common with it: its multiples meet every
    /// number once.
    private static final long STRIDE = 2_147_483_647L;

    private ZoneGenerator() {}

    /// Writes a zone to standard output.
    ///
    /// @param arguments how many records; which [ZoneShape], by default a mixed one; the seed, by default 1
    /// @throws IOException if the zone cannot be written
    public static void main(String[] arguments) throws IOException {
        long records = Long.parseLong(arguments[0]);
        String shape = arguments.length > 1 ? arguments[1] : "mixed";
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        var named = ZoneShape.valueOf(shape.toUpperCase(Locale.ROOT).replace('-', '_'));
        var out = new BufferedWriter(new OutputStreamWriter(System.out, US_ASCII), 1 << 16);
        write(named, seed, records, out);
        out.flush();
    }

    /// {@return a zone as text}
    public static String text(ZoneShape shape, long seed, long records) {
        var text = new StringBuilder();
        try {
            write(shape, seed, records, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// Writes a zone.
    ///
    /// @param seed decides about whatever has no meaning, such as digests
    /// @param records how many, 6 to 2147483646: the SOA record, and the servers with their addresses
    /// @throws IOException if the output does
    public static void write(ZoneShape shape, long seed, long records, Appendable out)
            throws IOException {
        out.append("; ").append(Long.toString(records)).append(" records, generated\n");
        out.append("$ORIGIN ").append(shape.origin()).append(".\n$TTL 3600\n");
        for (String line : HEAD) {
            out.append(line).append('\n');
        }
        long rest = records - HEAD.length;
        var line = new StringBuilder();
        for (long i = 0; i < rest; i++) {
            line.setLength(0);
            long number = shape == ZoneShape.SHUFFLED ? i * STRIDE % rest : i;
            shape.record(number, seed, line);
            out.append(line.append('\n'));
        }
    }
}
