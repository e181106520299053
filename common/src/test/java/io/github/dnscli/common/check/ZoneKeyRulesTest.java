package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.dnssec.SigningKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What can be wrong with keys, their digests and the parameters of a chain, signed or not.
class ZoneKeyRulesTest {

    private static final String START =
            """
            $TTL 3600
            @   SOA ns1 hostmaster 1 7200 900 1209600 300
                NS  ns1
            ns1 A   192.0.2.1
            """;

    private static final String ED25519 = "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=";
    private static final String DIGEST =
            "3613 15 2 3AA5AB37EFCE57F737FC1627013FEE07BDF241BD10F3B1964AB55C78E79A304B";
    private static final String KEY = "@ DNSKEY " + ED25519 + "\n";

    /// Lines behind [#START], the first of them line 5, and what is found.
    record Case(String lines, List<String> findings) {
        static Case of(String lines, String... findings) {
            return new Case(lines, List.of(findings));
        }
    }

    private static List<String> findings(String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), "example.com");
        var file = ZoneReader.read(source, ReaderOptions.forZone(DomainName.of("example.com")));
        return ZoneFileChecks.judge(file, Circumstances.at(Instant.EPOCH)).findings().stream()
                .map(
                        f ->
                                "%d:%d %s %s"
                                        .formatted(
                                                f.place().line(),
                                                f.place().column(),
                                                f.check().id(),
                                                f.message()))
                .toList();
    }

    private static String rsa(int algorithm, int bits, int exponent) {
        var modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        byte[] key = SigningKey.rsa(BigInteger.valueOf(exponent), modulus);
        return "@ DNSKEY 256 3 %d %s\n"
                .formatted(algorithm, Base64.getEncoder().encodeToString(key));
    }

    static List<Case> algorithms() {
        return List.of(
                Case.of(KEY),
                Case.of(rsa(8, 1024, 65537)),
                Case.of(
                        rsa(5, 1024, 65537),
                        "5:10 deprecated-algorithm DNSKEY of key 1799 (RSASHA1): RFC 9905 forbids to sign"
                                + " by this algorithm"),
                Case.of(
                        rsa(8, 2048, 3),
                        "5:10 deprecated-algorithm DNSKEY of key 1291 (RSASHA256) has the RSA exponent 3,"
                                + " which makes signatures easy to forge where padding is checked badly"
                                + " (CVE-2006-4339)"),
                Case.of(
                        rsa(10, 768, 65537),
                        "5:10 deprecated-algorithm DNSKEY of key 1804 (RSASHA512) has an RSA modulus of 768"
                                + " bits: RFC 6781 §3.4.2 wants 2048, and fewer than 1024 can be broken"),
                Case.of(
                        "@ DNSKEY 257 3 3 AQID\n",
                        "5:10 deprecated-algorithm DNSKEY of key 2054 (DSA): RFC 9904 forbids to sign by"
                                + " this algorithm"),
                Case.of(
                        "@ DNSKEY 257 3 12 AQID\n",
                        "5:10 deprecated-algorithm DNSKEY of key 2063 (ECC-GOST): RFC 9906 forbids to sign"
                                + " by this algorithm"),
                Case.of("@ DNSKEY 257 3 99 AQID\n"),
                Case.of("sub NS ns1\nsub DS 1 13 2 " + "0".repeat(64) + "\n"),
                Case.of(
                        "sub NS ns1\nsub DS 1 13 1 " + "0".repeat(40) + "\n",
                        "6:8 deprecated-algorithm DS of key 1 (ECDSAP256SHA256) has a digest by SHA-1, which"
                                + " RFC 9904 forbids to use"),
                Case.of(
                        "sub NS ns1\nsub DS 1 13 3 " + "0".repeat(64) + "\n",
                        "6:8 deprecated-algorithm DS of key 1 (ECDSAP256SHA256) has a digest by GOST R"
                                + " 34.11-94, which RFC 9906 forbids to use"),
                Case.of(
                        "sub NS ns1\nsub DS 1 7 2 " + "0".repeat(64) + "\n",
                        "6:8 deprecated-algorithm DS of key 1 (RSASHA1-NSEC3-SHA1): RFC 9905 forbids this"
                                + " algorithm"),
                Case.of(
                        "@ RRSIG NS 1 2 60 20260101000000 20250101000000 1 example.com. AA==\n",
                        "5:9 dnssec-signature zone 'example.com' has signatures and no DNSKEY record at its"
                                + " apex",
                        "5:9 deprecated-algorithm signature of 'example.com' NS by key 1 (RSAMD5): RFC"
                                + " 9904 forbids to sign by this algorithm"));
    }

    static List<Case> parameters() {
        return List.of(
                Case.of("@ NSEC3PARAM 1 0 0 -\n"),
                Case.of(
                        "@ NSEC3PARAM 1 0 10 -\n",
                        "5:14 nsec3-iterations NSEC3 with 10 extra iterations: RFC 9276 wants neither"),
                Case.of(
                        "@ NSEC3PARAM 1 0 0 AB\n",
                        "5:14 nsec3-iterations NSEC3 with a salt: RFC 9276 wants neither"),
                Case.of(
                        "@ NSEC3PARAM 1 0 1 AB\n",
                        "5:14 nsec3-iterations NSEC3 with 1 extra iteration and a salt: RFC 9276 wants"
                                + " neither"));
    }

    /// The tag is a sum, so words may change places.
    static List<Case> tags() {
        String one =
                Base64.getEncoder()
                        .encodeToString(
                                "aabbccddeeffgghhiijjkkllmmnnoopp"
                                        .getBytes(StandardCharsets.US_ASCII));
        String other =
                Base64.getEncoder()
                        .encodeToString(
                                "bbaaccddeeffgghhiijjkkllmmnnoopp"
                                        .getBytes(StandardCharsets.US_ASCII));
        return List.of(
                Case.of("@ DNSKEY 256 3 15 " + one + "\n@ DNSKEY 257 3 15 " + other + "\n"),
                Case.of("@ DNSKEY 256 3 15 " + one + "\n@ DNSKEY 256 3 99 " + other + "\n"),
                Case.of(
                        "@ DNSKEY 256 3 15 " + one + "\n@ DNSKEY 256 3 15 " + other + "\n",
                        "6:10 duplicate-key-tag another DNSKEY record has the tag and algorithm of key 37533"
                                + " (ED25519) too"));
    }

    private static String sha384(String fields) {
        return fields + " " + HexFormat.of().formatHex(new byte[48]);
    }

    static List<Case> children() {
        String cds = "@ CDS " + DIGEST + "\n";
        String cdnskey = "@ CDNSKEY " + ED25519 + "\n";
        return List.of(
                Case.of(KEY + cds),
                Case.of(KEY + cdnskey),
                Case.of(KEY + cds + cdnskey),
                Case.of("@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==\n"),
                Case.of(KEY + "@ CDS 0 0 0 00\n"),
                Case.of(
                        "x CDS " + DIGEST + "\nx CDNSKEY " + ED25519 + "\n",
                        "5:7 cds-cdnskey CDS at 'x.example.com', which is not the zone's apex",
                        "6:11 cds-cdnskey CDNSKEY at 'x.example.com', which is not the zone's apex"),
                Case.of(
                        "@ CDS 0 0 0 01\n",
                        "5:7 cds-cdnskey CDS '0 0 0 01' asks to delete the DS records in a form that means"
                                + " nothing"),
                Case.of(
                        "@ CDNSKEY 257 3 0 AA==\n",
                        "5:11 cds-cdnskey CDNSKEY '257 3 0 AA==' asks to delete the DS records in a form that"
                                + " means nothing"),
                Case.of(
                        KEY + "@ CDS 0 0 0 00\n" + cds,
                        "7:7 cds-cdnskey CDS asks to delete the DS records, and stands beside others"),
                Case.of(
                        KEY + "@ CDS 0 0 0 00\n" + cdnskey,
                        "7:11 cds-cdnskey CDS and CDNSKEY records disagree: only the CDS record asks to"
                                + " delete the DS records"),
                Case.of(
                        KEY + "@ CDNSKEY 0 3 0 AA==\n" + cds,
                        "7:7 cds-cdnskey CDS and CDNSKEY records disagree: only the CDNSKEY record asks to"
                                + " delete the DS records"),
                Case.of(
                        cds,
                        "5:7 cds-cdnskey CDS of key 3613 (ED25519) belongs to no DNSKEY record of the zone"),
                Case.of(
                        cdnskey,
                        "5:11 cds-cdnskey CDNSKEY of key 3613 (ED25519) belongs to no DNSKEY record of the zone"),
                Case.of(
                        KEY + cds + "@ CDS " + sha384("3613 15 4") + "\n",
                        "7:7 cds-cdnskey CDS of key 3613 (ED25519) has a digest that is not that key's"),
                Case.of(KEY + cds + "@ CDS " + sha384("1 15 4") + "\n"),
                Case.of(KEY + cds + "@ CDS 3613 15 99 00\n"),
                Case.of(
                        KEY + cds + "@ CDS " + sha384("1 13 4") + "\n",
                        "7:7 cds-cdnskey CDS of key 1 (ECDSAP256SHA256) belongs to no DNSKEY record of the zone"),
                Case.of(
                        KEY + cds + cdnskey + "@ CDS " + sha384("1 15 4") + "\n",
                        "8:7 cds-cdnskey CDS of key 1 (ED25519) has no CDNSKEY record beside it"),
                Case.of(
                        KEY + cds + cdnskey + "@ CDNSKEY 257 3 15 " + "A".repeat(43) + "=\n",
                        "8:11 cds-cdnskey CDNSKEY of key 1040 (ED25519) has no CDS record beside it"));
    }

    @ParameterizedTest
    @MethodSource({"algorithms", "parameters", "tags", "children"})
    void saysWhatIsWrong(Case it) {
        assertThat(findings(START + it.lines)).isEqualTo(it.findings);
    }
}
