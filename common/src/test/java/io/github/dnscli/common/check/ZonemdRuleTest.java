package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignedZones.BY_HASH;
import static io.github.dnscli.common.check.SignedZones.BY_NAME;
import static io.github.dnscli.common.check.SignedZones.KSK;
import static io.github.dnscli.common.check.SignedZones.PLAIN;
import static io.github.dnscli.common.check.SignedZones.ZSK;
import static io.github.dnscli.common.check.SignedZones.findings;
import static io.github.dnscli.common.check.SignedZones.plus;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.dnssec.ZoneHash;
import io.github.dnscli.common.dnssec.ZoneSigner;
import io.github.dnscli.common.zone.Zone;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZonemdRuleTest {

    private static Zone with(String data) {
        return plus(PLAIN, "example.com 60 ZONEMD " + data);
    }

    private static String hex(ZoneHash hash) {
        return HexFormat.of().formatHex(hash.of(PLAIN));
    }

    @ParameterizedTest
    @EnumSource(ZoneHash.class)
    void theDigestIsTheZones(ZoneHash hash) {
        int algorithm = hash == ZoneHash.SHA384 ? 1 : 2;
        var zone = with("7 1 %d %s".formatted(algorithm, hex(hash)));
        assertThat(findings(zone)).isEmpty();
        assertThat(findings(plus(zone, "x.example.com 60 A 192.0.2.1"), "x.example.com"))
                .containsExactly(
                        "zonemd ZONEMD record has a digest by " + hash + " that is not the zone's");
    }

    @Test
    void theDigestOfASignedZoneLeavesOutItsOwnSignature() {
        assertThat(findings(ZoneSigner.with(BY_NAME, KSK, ZSK).withZonemd().sign(PLAIN))).isEmpty();
        assertThat(findings(ZoneSigner.with(BY_HASH, KSK, ZSK).withZonemd().sign(PLAIN))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 1 1 LONG | has a digest by SHA-384 that is not the zone's",
                "8 1 1 LONG | is for serial 8, and the zone has 7",
                "8 2 1 LONG | is for serial 8, and the zone has 7",
                "7 2 1 LONG | ",
                "7 1 9 000000000000000000000000 | "
            })
    void everyRecordIsJudged(String data, String problem) {
        assertThat(findings(with(data.replace("LONG", "0".repeat(96)))))
                .isEqualTo(
                        problem == null ? List.of() : List.of("zonemd ZONEMD record " + problem));
    }

    @Test
    void oneOfEachKindIsEnough() {
        var zone = with("7 1 1 " + hex(ZoneHash.SHA384));
        assertThat(findings(plus(zone, "example.com 60 ZONEMD 7 1 1 " + "f".repeat(96))))
                .containsExactly(
                        "zonemd ZONEMD record is the second one of scheme 1 and hash algorithm 1, and none"
                                + " of them counts");
        assertThat(findings(plus(zone, "example.com 60 ZONEMD 7 1 2 " + hex(ZoneHash.SHA512))))
                .isEmpty();
    }

    @Test
    void belowTheApexItIsOrdinaryData() {
        assertThat(findings(plus(PLAIN, "x.example.com 60 ZONEMD 9 1 1 " + "0".repeat(96))))
                .isEmpty();
    }
}
