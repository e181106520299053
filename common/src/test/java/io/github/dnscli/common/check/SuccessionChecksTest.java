package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.zone.Records;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionChecksTest {

    private static Zone zone(long serial, String address) {
        return Records.zone(
                "example.com",
                """
                example.com 60 SOA ns1.example.com. admin.example.com. %d 7200 900 1209600 300
                ns1.example.com 60 A %s
                """
                        .formatted(serial, address));
    }

    private static List<String> judge(Zone older, Zone newer) {
        return SuccessionChecks.judge(older, newer, RecordPlaces.wholeOf("example.com")).stream()
                .map(Finding::check)
                .map(check -> check.id())
                .toList();
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
        "1,          2147483648, 192.0.2.2, ",
    })
    void judgesTheSerial(long before, long after, String address, String finding) {
        assertThat(judge(zone(before, "192.0.2.1"), zone(after, address)))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }
}
