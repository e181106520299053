package io.github.dnscli.common.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Records;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the RFCs have computed, computed again.
class RfcExamplesTest {

    private static final String RSA_KEY =
            "256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZ"
                    + "DRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9Xzc"
                    + "nOf+EPbtG9DMBmADjFDc2w/rljwvFw==";

    private static ZoneKey key(String text) {
        return ZoneKey.of(RecordData.of(RecordType.DNSKEY, text));
    }

    /// RFC 4034 §5.4.
    @Test
    void aKeyHasItsTagAndItsDigest() {
        var digest =
                KeyDigest.of(
                        RecordData.of(
                                RecordType.DS,
                                "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118"));
        assertThat(key(RSA_KEY).tag()).isEqualTo(60485);
        assertThat(digest.isOf(key(RSA_KEY), DomainName.of("dskey.Example.com"))).isTrue();
        assertThat(digest.isOf(key(RSA_KEY), DomainName.of("example.com"))).isFalse();
    }

    /// RFC 4034 appendix B.1.
    @Test
    void aKeyOfAlgorithmOneHasItsTagInTheModulus() {
        assertThat(key("256 3 1 AQMBAgMEBQ==").tag()).isEqualTo(0x0304);
    }

    /// RFC 5155 appendix A.
    @ParameterizedTest
    @CsvSource({
        "example,     0p9mhaveqvm6t7vbl5lop2u3t2rp3tom",
        "a.example,   35mthgpgcu1qg68fab165klnsnk3dpvl",
        "NS1.example, 2t7b4g4vsa5smi47k61mv5bv1a22bojr",
        "*.w.example, r53bq7cc2uvmubfu5ocmm6pers9tk9en"
    })
    void namesHaveTheirHashes(String name, String hash) {
        var parameters =
                Nsec3Parameters.of(RecordData.of(RecordType.NSEC3PARAM, "1 0 12 aabbccdd"));
        byte[] hashed = new Nsec3Hash(parameters).of(DomainName.of(name));
        assertThat(HashLabel.text(hashed)).isEqualTo(hash);
        var owner = HashLabel.owner(hashed, DomainName.of("example"));
        assertThat(owner).isEqualTo(DomainName.of(hash + ".example"));
        assertThat(HashLabel.hash(owner)).contains(hashed);
    }

    /// RFC 8080 §6.1 (Ed25519), with the erratum's times.
    @Test
    void aSignatureVerifies() {
        var key = key("257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=");
        var set =
                new RecordSet(
                        DomainName.of("example.com"),
                        RecordType.MX,
                        new Ttl(3600),
                        List.of(RecordData.of(RecordType.MX, "10 MAIL.example.com.")));
        var signature =
                RecordSignature.of(
                        RecordData.of(
                                RecordType.RRSIG,
                                "MX 15 2 3600 1440021600 1438207200 3613 example.com."
                                        + " oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx"
                                        + "8A4M3e23mRZ9VrbpMngwcrqNAg=="));
        assertThat(key.tag()).isEqualTo(3613);
        assertThat(new Keyring(List.of()).decode(key))
                .isInstanceOfSatisfying(
                        DecodedKey.Usable.class,
                        usable ->
                                assertThat(
                                                new SignatureVerifier()
                                                        .verifies(
                                                                signature,
                                                                CanonicalSet.of(set).wire(3600),
                                                                usable))
                                        .isTrue());
    }

    /// RFC 8976 appendix A.1.
    @Test
    void aZoneHasItsDigest() {
        var zone =
                Records.zone(
                        "example",
                        """
                        example. 86400 SOA ns1.example. admin.example. 2018031900 1800 900 604800 86400
                        example. 86400 NS ns1.example.
                        example. 86400 NS ns2.example.
                        example. 86400 ZONEMD 2018031900 1 1 000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
                        ns1.example. 3600 A 203.0.113.63
                        ns2.example. 3600 AAAA 2001:db8::63
                        """);
        assertThat(HexFormat.of().formatHex(ZoneHash.SHA384.of(zone)))
                .isEqualTo(
                        "c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3"
                                + "a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c");
    }

    /// RFC 4034 §3.1.5: times wrap around in 2106.
    @Test
    void timesAreNearTheOneThatLooks() {
        var late = Instant.parse("2106-02-07T06:28:00Z");
        assertThat(new SignatureTime(60).near(late))
                .isEqualTo(Instant.parse("2106-02-07T06:29:16Z"));
        assertThat(new SignatureTime(0xffff_ffffL).isBefore(new SignatureTime(5))).isTrue();
    }
}
