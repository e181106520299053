package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Records;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionChecksTest {

    private static final Zone NOTHING = Zone.empty(DomainName.of("example.com"));

    private static Zone zone(long serial, String address) {
        return zone(serial, "ns1.example.com 60 A " + address, "");
    }

    private static Zone zone(long serial, String line, String more) {
        return Records.zone(
                "example.com",
                """
                example.com 60 SOA ns1.example.com. admin.example.com. %d 7200 900 1209600 300
                %s
                %s
                """
                        .formatted(serial, line, more));
    }

    private static List<Finding> judge(Zone older, Zone newer, Integer... percent) {
        var places = RecordPlaces.wholeOf("example.com");
        return percent.length == 0
                ? SuccessionChecks.judge(older, newer, places)
                : SuccessionChecks.judge(older, newer, places, Optional.of(percent[0]));
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(finding -> finding.check().id()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1,          1,          192.0.2.1, ",
        "1,          2,          192.0.2.1, ",
        "1,          2,          192.0.2.2, ",
        "1,          1,          192.0.2.2, serial-unchanged",
        "2,          1,          192.0.2.1, serial-went-back",
        "4294967295, 1,          192.0.2.2, ",
        "1,          4294967295, 192.0.2.2, serial-went-back",
        "1,          2147483649, 192.0.2.2, serial-went-back",
        "1,          2147483648, 192.0.2.2, serial-jump",
        "1,          1073741825, 192.0.2.2, ",
        "1,          1073741826, 192.0.2.2, serial-jump",
        // From counting to dates is a leap as well.
        "7,          2026112401, 192.0.2.2, serial-jump",
        "2026112401, 2026112402, 192.0.2.2, ",
        "2026112401, 2027010100, 192.0.2.2, ",
        "2024022901, 2024022999, 192.0.2.2, ",
        "2026112499, 2026112500, 192.0.2.2, ",
        "2026113099, 2026113100, 192.0.2.2, serial-jump",
        "2023022801, 2023022901, 192.0.2.2, serial-jump",
        "2026112401, 2026132401, 192.0.2.2, serial-jump",
        "2026112401, 2026110001, 192.0.2.2, serial-went-back",
        "2026112401, 2620112401, 192.0.2.2, serial-jump",
        // Seconds since 1970 are no dates.
        "1790000000, 1790000001, 192.0.2.2, ",
        "1790000000, 2026112401, 192.0.2.2, ",
    })
    void judgesTheSerial(long before, long after, String address, String finding) {
        assertThat(ids(judge(zone(before, "192.0.2.1"), zone(after, address))))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2          | 1          | 1 back | raise it to 3 or more
                    3          | 1          | 2 back | raise it to 4 or more; or, if it must be 1, publish 2147483650 first
                    2962112401 | 2026112402 | 935999999 back | publish 814628752 first and wait until every secondary has it
                    1          | 4294967295 | 4294967294 ahead, and from 2147483648 on that is behind | publish 2147483648 first
                    1          | 2147483649 | neither newer nor older | publish 2147483648 first
                    """)
    void saysHowFarASerialWentBackAndTheWayOut(
            long before, long after, String distance, String hint) {
        var finding = judge(zone(before, "192.0.2.1"), zone(after, "192.0.2.1")).getFirst();
        assertThat(finding.message())
                .endsWith(" does not come after " + before + ": it is " + distance);
        assertThat(finding.hint()).contains(hint);
    }

    @Test
    void takesADifferentTtlForAChange() {
        var older = zone(1, "a.example.com 60 A 192.0.2.1", "");
        var newer = zone(1, "a.example.com 61 A 192.0.2.1", "");
        assertThat(ids(judge(older, newer))).containsExactly("serial-unchanged");
    }

    @Test
    void takesAnotherSpellingForNone() {
        var older = zone(1, "a.example.com 60 NS b.example.com.", "");
        var newer = zone(1, "A.example.com 60 NS B.example.com.", "");
        assertThat(judge(older, newer)).isEmpty();
    }

    @Test
    void notesThatAZoneIsNewOrGone() {
        assertThat(ids(judge(NOTHING, zone(1, "192.0.2.1")))).containsExactly("zone-added");
        assertThat(ids(judge(zone(1, "192.0.2.1"), NOTHING))).containsExactly("zone-removed");
        assertThat(judge(NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void comparesNoSerialsWhereThereIsNone() {
        var withoutStart = Records.zone("example.com", "a.example.com 60 A 192.0.2.1");
        assertThat(judge(withoutStart, zone(1, "192.0.2.1"))).isEmpty();
        assertThat(judge(zone(1, "192.0.2.1"), withoutStart)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a b,   b c,  ",
        "a b,   c d,  apex-ns-replaced",
        "a,     b,    apex-ns-replaced",
        "a,     A,    ",
        "b c d, a d,  ",
        "'',    a,    ",
        "a,     '',   ",
    })
    void wantsOneNameServerToStay(String before, String after, String finding) {
        assertThat(ids(judge(served(1, before), served(2, after))))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    private static Zone served(long serial, String servers) {
        var lines = new StringBuilder();
        for (String server : servers.isEmpty() ? new String[0] : servers.split(" ")) {
            lines.append("example.com 60 NS ").append(server).append(".example.net.\n");
        }
        return zone(serial, lines.toString(), "");
    }

    private static final Zone FOUR =
            zone(
                    1,
                    "a.example.com 60 A 192.0.2.1\na.example.com 60 A 192.0.2.2",
                    "b.example.com 60 A 192.0.2.3\nb.example.com 60 TXT x");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a.example.com 60 A 192.0.2.2   | 75 |
                    a.example.com 60 A 192.0.2.2   | 74 | 3 of 4 records are gone, more than the 74 % that are allowed
                    a.example.com 90 A 192.0.2.2   | 75 |
                    c.example.com 60 A 192.0.2.2   | 99 | 4 of 4 records are gone, more than the 99 % that are allowed
                    b.example.com 60 TXT x         | 0  | 3 of 4 records are gone, more than the 0 % that are allowed
                    """)
    void guardsAgainstTooManyDeletions(String left, int percent, String message) {
        var findings = judge(FOUR, zone(2, left, ""), percent);
        if (message == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings)
                    .singleElement()
                    .matches(finding -> finding.severity() == Severity.ERROR)
                    .extracting(Finding::message)
                    .isEqualTo(message);
        }
    }

    @Test
    void guardsAgainstDeletionsOnlyIfAskedTo() {
        assertThat(judge(FOUR, zone(2, "", ""))).isEmpty();
        assertThat(judge(FOUR, FOUR, 0)).isEmpty();
    }

    @Test
    void guardsAgainstAnEmptiedExport() {
        assertThat(ids(judge(FOUR, NOTHING, 99)))
                .containsExactly("zone-removed", "too-many-deletions");
        assertThat(ids(judge(FOUR, NOTHING, 100))).containsExactly("zone-removed");
        assertThat(ids(judge(NOTHING, FOUR, 0))).containsExactly("zone-added");
    }
}
