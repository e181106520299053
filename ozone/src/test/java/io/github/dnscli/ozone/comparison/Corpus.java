package io.github.dnscli.ozone.comparison;

import io.github.dnscli.testkit.Trouble;
import io.github.dnscli.testkit.VariedZone;
import io.github.dnscli.testkit.ZoneMutation;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The zones that all checkers are asked about.
final class Corpus {

    /// A zone and what is special about it.
    record Sample(String label, String zone) {}

    private Corpus() {}

    /// {@return zones without a flaw}
    static Stream<Sample> good(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        seed ->
                                new Sample(
                                        "good zone of seed " + seed,
                                        VariedZone.text(new Random(seed))));
    }

    /// {@return zones with one line of trouble each}
    static Stream<Sample> troubled() {
        return Trouble.all().stream()
                .map(trouble -> new Sample(trouble, Trouble.zoneWith(trouble)));
    }

    /// {@return good zones to which one thing has happened}
    static Stream<Sample> mutated(int count) {
        return IntStream.range(0, count).mapToObj(Corpus::mutation);
    }

    private static Sample mutation(int seed) {
        var random = new Random(seed);
        var lines = VariedZone.lines(random);
        if (random.nextInt(20) == 0) {
            Collections.shuffle(lines, random);
            return sample("lines in any order, seed " + seed, lines);
        }
        var kinds = ZoneMutation.values();
        var kind = kinds[random.nextInt(kinds.length)];
        var changed = kind.applyTo(lines, random);
        var difference =
                IntStream.range(0, lines.size())
                        .filter(i -> !changed.get(i).equals(lines.get(i)))
                        .mapToObj(i -> "'" + lines.get(i) + "' -> '" + changed.get(i) + "'")
                        .findFirst()
                        .orElse("nothing");
        return sample(kind + ", seed " + seed + ": " + difference, changed);
    }

    private static Sample sample(String label, List<String> lines) {
        return new Sample(label, String.join("\n", lines) + "\n");
    }
}
