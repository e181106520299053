package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TlsaRulesTest {

    private static final String SHA_256 = "0b".repeat(32);
    private static final String SHA_512 = "0b".repeat(64);

    static List<RuleTrial> fields() {
        return List.of(
                RuleTrial.of("_25._tcp.ns1 TLSA 3 1 1 " + SHA_256 + "\n"),
                RuleTrial.of("_25._tcp.ns1 TLSA 2 0 2 " + SHA_512 + "\n"),
                RuleTrial.of("_25._tcp.ns1 TLSA 3 0 0 3000\n"),
                RuleTrial.of("_25._tcp.ns1 TLSA 255 255 255 00\n"),
                RuleTrial.of("_letsencrypt._tcp.ns1 TLSA 3 255 0 3000\n"),
                RuleTrial.of("_letsencrypt._tcp.ns1 TLSA 0 0 0 3000\n"),
                RuleTrial.of(
                        "_25._tcp.ns1 TLSA 4 1 1 " + SHA_256 + "\n",
                        "5:19 usage '4' is not in 0..3"),
                RuleTrial.of(
                        "_25._tcp.ns1 TLSA 3 2 1 " + SHA_256 + "\n",
                        "5:19 selector '2' is not in 0..1"),
                RuleTrial.of(
                        "_25._tcp.ns1 TLSA 3 1 3 " + SHA_256 + "\n",
                        "5:19 matching type '3' is not in 0..2"),
                RuleTrial.of(
                        "_25._tcp.ns1 TLSA 3 1 1 " + "0b".repeat(31) + "\n",
                        "5:19 association data of 31 octets, where matching type '1' wants 32"),
                RuleTrial.of(
                        "_25._tcp.ns1 TLSA 3 1 2 " + SHA_256 + "\n",
                        "5:19 association data of 32 octets, where matching type '2' wants 64"),
                RuleTrial.of("_25._tcp.ns1 TLSA \\# 3 030100\n", "5:19 association data is empty"),
                RuleTrial.of("abc._smimecert SMIMEA 3 0 1 " + SHA_256 + "\n"),
                RuleTrial.of(
                        "abc._smimecert SMIMEA 3 0 1 0b\n",
                        "5:23 association data of 1 octets, where matching type '1' wants 32"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void judgesTheFieldsOfTlsaRecords(RuleTrial it) {
        assertThat(it.judge(StructureChecks.TLSA_FIELDS)).isEqualTo(it.findings());
    }

    private static RuleTrial owner(String owner, String... findings) {
        return RuleTrial.of(owner + " TLSA 3 1 1 " + SHA_256 + "\n", findings);
    }

    private static RuleTrial misplaced(String owner) {
        return owner(
                owner,
                "5:1 TLSA record at '"
                        + owner
                        + ".example.com', which is not of the form '_PORT._PROTOCOL.HOST'");
    }

    static List<RuleTrial> owners() {
        return List.of(
                owner("_443._tcp.ns1"),
                owner("_1._UDP.ns1"),
                owner("_65535._sctp.ns1"),
                owner("_443._quic.ns1"),
                owner("*._tcp.ns1"),
                owner("*.ns1"),
                owner("tlsa201._dane"),
                owner("_letsencrypt._tcp.nowhere"),
                owner("_25._tcp.mail.example.net."),
                owner("_25._tcp.alias"),
                owner("_443._tcp.host.cut"),
                misplaced("ns1"),
                misplaced("_tcp.ns1"),
                misplaced("443._tcp.ns1"),
                misplaced("_0._tcp.ns1"),
                misplaced("_0443._tcp.ns1"),
                misplaced("_65536._tcp.ns1"),
                misplaced("_999999._tcp.ns1"),
                misplaced("_https._tcp.ns1"),
                misplaced("_443._tls.ns1"),
                misplaced("_443.ns1"),
                misplaced("_letsencrypt._udp.ns1"),
                owner(
                        "_443._tcp.www",
                        "5:1 host 'www.example.com' of this TLSA record has no A or AAAA record in this zone"),
                owner(
                        "*._tcp.www",
                        "5:1 host 'www.example.com' of this TLSA record has no A or AAAA record in this zone"));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void wantsTlsaRecordsWhereClientsAskForThem(RuleTrial it) {
        var company = "cut NS ns1\nalias CNAME ns1\n";
        assertThat(RuleTrial.of(it.lines() + company).judge(PolicyChecks.TLSA_OWNER))
                .isEqualTo(it.findings());
    }
}
