package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.text.ZoneText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneMergeTest {

    private static Zone zone(String records) {
        return ZoneText.zone("example.test", "@ NS ns\n" + records.replace("|", "\n") + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "www A 192.0.2.1, www A 192.0.2.2, www A 192.0.2.1|new A 192.0.2.9, www A 192.0.2.2|new A 192.0.2.9",
        "www A 192.0.2.1, www A 192.0.2.1|www A 192.0.2.2, www A 192.0.2.1|www A 192.0.2.3,"
                + " www A 192.0.2.1|www A 192.0.2.2|www A 192.0.2.3",
        "www A 192.0.2.1|www A 192.0.2.2, www A 192.0.2.1, www A 192.0.2.2|www A 192.0.2.3, www A 192.0.2.3",
        "www A 192.0.2.1, www A 192.0.2.2, www A 192.0.2.2, www A 192.0.2.2",
        "www A 192.0.2.1, '', www A 192.0.2.1|www A 192.0.2.2, www A 192.0.2.2",
        "www 60 A 192.0.2.1, www 90 A 192.0.2.1, www 60 A 192.0.2.1|www 60 A 192.0.2.2,"
                + " www 90 A 192.0.2.1|www 90 A 192.0.2.2"
    })
    void changesOfBothAreMade(String base, String mine, String theirs, String merged) {
        var merge = ZoneMerge.of(zone(base), zone(mine), zone(theirs));
        assertThat(merge.zone()).isEqualTo(zone(merged));
        assertThat(merge.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "www A 192.0.2.1, www A 192.0.2.2, www A 192.0.2.3",
        "'', www CNAME a, www CNAME b",
        "www CNAME a, '', www CNAME b",
        "www 60 A 192.0.2.1, www 90 A 192.0.2.1, www 30 A 192.0.2.1"
    })
    void theirsStaysWhereBothChangeTheSame(String base, String mine, String theirs) {
        var merge = ZoneMerge.of(zone(base), zone(mine), zone(theirs));
        assertThat(merge.conflicts()).hasSize(1);
        assertThat(merge.zone()).isEqualTo(zone(theirs));
    }

    @Test
    void timersOfTheStartMayChangeWhileTheSerialMoves() {
        var base = zone("@ SOA ns host 7 3600 600 86400 300");
        var mine = zone("@ SOA ns host 7 7200 600 86400 300");
        var theirs = zone("@ SOA ns host 8 3600 600 86400 300|new A 192.0.2.9");
        var merge = ZoneMerge.of(base, mine, theirs);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.zone())
                .isEqualTo(zone("@ SOA ns host 8 7200 600 86400 300|new A 192.0.2.9"));
        var other = zone("@ SOA ns host 8 1800 600 86400 300");
        assertThat(ZoneMerge.of(base, mine, other).conflicts()).hasSize(1);
    }

    @Test
    void equalVersionsNeedNoMerge() {
        var zone = zone("www A 192.0.2.1");
        assertThat(ZoneMerge.of(zone, zone, zone).zone()).isEqualTo(zone);
    }
}
