package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoneDiffTest {

    private static final Zone BEFORE =
            Records.zone(
                    "example.com",
                    """
                    a.example.com 60 A 192.0.2.1
                    a.example.com 60 A 192.0.2.2
                    b.example.com 60 A 192.0.2.3
                    c.example.com 60 A 192.0.2.4
                    """);
    private static final Zone AFTER =
            Records.zone(
                    "example.com",
                    """
                    a.example.com 60 A 192.0.2.2
                    a.example.com 60 A 192.0.2.9
                    b.example.com 90 A 192.0.2.3
                    d.example.com 60 A 192.0.2.5
                    """);

    @Test
    void listsTheRecordsThatWentAndCame() {
        var diff = ZoneDiff.between(BEFORE, AFTER);
        assertThat(diff.removed())
                .containsExactlyElementsOf(
                        Records.records(
                                """
                                a.example.com 60 A 192.0.2.1
                                b.example.com 60 A 192.0.2.3
                                c.example.com 60 A 192.0.2.4
                                """));
        assertThat(diff.added())
                .containsExactlyElementsOf(
                        Records.records(
                                """
                                a.example.com 60 A 192.0.2.9
                                b.example.com 90 A 192.0.2.3
                                d.example.com 60 A 192.0.2.5
                                """));
    }

    @Test
    void isEmptyBetweenEqualZones() {
        assertThat(ZoneDiff.between(BEFORE, BEFORE).isEmpty()).isTrue();
        assertThat(BEFORE).isEqualTo(BEFORE.with(BEFORE.recordSets().findFirst().orElseThrow()));
    }

    @Test
    void stopsWhereTooMuchDiffers() {
        int differing = ZoneDiff.between(BEFORE, AFTER).changes().size();
        assertThat(ZoneDiff.between(BEFORE, AFTER, differing))
                .contains(ZoneDiff.between(BEFORE, AFTER));
        assertThat(ZoneDiff.between(BEFORE, AFTER, differing - 1)).isEmpty();
    }
}
