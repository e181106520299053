package io.github.dnscli.ozone.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.ozone.comparison.Corpus.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `named-checkzone`, `kzonecheck` and `nsd-checkzone` all refuse, we refuse; what all of them accept, we accept, or a
/// [KnownDifference] says why not. Whatever they are not of one mind about is listed in `target/disagreements.txt`.
class ComparisonTest {

    /// The normal build asks about every so manieth line of trouble.
    private static final int STEP = 5;

    @TempDir private Path folder;

    @Test
    void weAgreeWithAllOthersWhereTheyAgree() throws Exception {
        var troubled = Corpus.troubled().toList();
        var some = new ArrayList<Sample>();
        for (int i = 0; i < troubled.size(); i += STEP) {
            some.add(troubled.get(i));
        }
        assertAgreement(
                Stream.of(Corpus.good(5), some.stream(), Corpus.mutated(50))
                        .flatMap(samples -> samples),
                "disagreements.txt");
    }

    @Test
    @Tag("slow")
    void weAgreeWithAllOthersOnThousandsOfZones() throws Exception {
        assertAgreement(
                Stream.of(Corpus.good(200), Corpus.troubled(), Corpus.mutated(3000))
                        .flatMap(samples -> samples),
                "all-disagreements.txt");
    }

    @Test
    void weFindNothingInZonesWithoutAFlaw() {
        Corpus.good(100)
                .forEach(
                        sample ->
                                assertThat(Judgement.findings(sample.zone()))
                                        .as(sample.zone())
                                        .isEmpty());
    }

    @Test
    void othersAcceptZonesWithoutAFlaw() throws Exception {
        for (var sample : Corpus.good(5).toList()) {
            var judgement = judge(sample);
            assertThat(judgement.isAcceptedByAllOthers()).as(judgement.toString()).isTrue();
        }
    }

    private Judgement judge(Sample sample) throws IOException, InterruptedException {
        return Judgement.of(sample.label(), sample.zone(), folder);
    }

    private void assertAgreement(Stream<Sample> samples, String list) throws Exception {
        var judgements = new ArrayList<Judgement>();
        for (var sample : samples.toList()) {
            judgements.add(judge(sample));
        }
        write(judgements, list);
        assertThat(judgements)
                .as("refused by all others, accepted by us")
                .filteredOn(Judgement::isRefusedByAllOthers)
                .filteredOn(Judgement::isAcceptedByUs)
                .filteredOn(one -> !KnownDifference.isForgiven(one))
                .isEmpty();
        assertThat(judgements)
                .as("accepted by all others, refused by us without a reason")
                .filteredOn(Judgement::isAcceptedByAllOthers)
                .filteredOn(judgement -> !KnownDifference.explainsAll(judgement))
                .isEmpty();
    }

    /// Those with the same votes stand together.
    private static void write(List<Judgement> judgements, String list) throws IOException {
        var byVotes = new TreeMap<String, StringBuilder>();
        for (var judgement : judgements) {
            if (!judgement.isUnanimous()) {
                byVotes.computeIfAbsent(judgement.votes(), _ -> new StringBuilder())
                        .append(judgement)
                        .append('\n');
            }
        }
        var folder = Files.createDirectories(Path.of("target"));
        Files.writeString(folder.resolve(list), String.join("", byVotes.values()));
    }
}
