package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignedZones.BY_HASH;
import static io.github.dnscli.common.check.SignedZones.BY_NAME;
import static io.github.dnscli.common.check.SignedZones.KSK;
import static io.github.dnscli.common.check.SignedZones.OPT_OUT;
import static io.github.dnscli.common.check.SignedZones.ORIGIN;
import static io.github.dnscli.common.check.SignedZones.PLAIN;
import static io.github.dnscli.common.check.SignedZones.ZSK;
import static io.github.dnscli.common.check.SignedZones.findings;
import static io.github.dnscli.common.check.SignedZones.keep;
import static io.github.dnscli.common.check.SignedZones.plus;
import static io.github.dnscli.common.check.SignedZones.set;
import static io.github.dnscli.common.check.SignedZones.signed;
import static io.github.dnscli.common.check.SignedZones.unsign;
import static io.github.dnscli.common.check.SignedZones.without;
import static io.github.dnscli.common.dnssec.ZoneSigner.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.dnssec.SigningAlgorithm;
import io.github.dnscli.common.dnssec.SigningKey;
import io.github.dnscli.common.dnssec.ZoneSigner;
import io.github.dnscli.common.dnssec.ZoneSigner.Denial;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Records;
import io.github.dnscli.common.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureRuleTest {

    private static final Zone SIGNED = signed(BY_NAME);
    private static final String BY_ZSK = " by key " + ZSK.tag() + " (ECDSAP256SHA256) ";

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RSAMD5", "DSA", "DSA_NSEC3_SHA1", "ECC_GOST"})
    void aZoneSignedByAnyAlgorithmIsGood(SigningAlgorithm algorithm) {
        var ksk = SigningKey.generate(algorithm, SigningKey.KSK);
        var zsk = SigningKey.generate(algorithm, SigningKey.ZSK);
        assertThat(findings(ZoneSigner.with(BY_NAME, ksk, zsk).sign(PLAIN))).isEmpty();
        assertThat(findings(ZoneSigner.with(BY_HASH, ksk).sign(PLAIN))).isEmpty();
    }

    static List<Denial> denials() {
        return List.of(BY_NAME, BY_HASH, OPT_OUT, new Denial.ByHash(5, "-", true));
    }

    @ParameterizedTest
    @MethodSource("denials")
    void aZoneWithAnyKindOfDenialIsGood(Denial denial) {
        assertThat(findings(signed(denial))).isEmpty();
    }

    @Test
    void aZoneSignedByTwoAlgorithmsIsGood() {
        var other = SigningKey.generate(SigningAlgorithm.ED25519, SigningKey.KSK);
        assertThat(findings(ZoneSigner.with(BY_NAME, KSK, ZSK, other).sign(PLAIN))).isEmpty();
    }

    @Test
    void theRootIsAZoneToo() {
        var root =
                Records.zone(
                        ".",
                        """
                        . 3600 SOA a.example. admin.example. 7 7200 900 1209600 300
                        . 3600 NS a.example.
                        example. 3600 NS a.example.
                        a.example. 3600 A 192.0.2.1
                        test. 3600 NS a.example.
                        test. 3600 DS 1 13 2 %s
                        """
                                .formatted("0".repeat(64)));
        for (var denial : denials()) {
            var zone = ZoneSigner.with(denial, KSK, ZSK).withZonemd().sign(root);
            assertThat(findings(zone)).isEmpty();
            assertThat(findings(zone, "test", ".", "gone")).isEmpty();
        }
    }

    @Test
    void aZoneThatIsNotSignedYetIsNotJudged() {
        var keys = new RecordSet(ORIGIN, RecordType.DNSKEY, new Ttl(60), List.of(KSK.dnskey()));
        assertThat(findings(PLAIN)).isEmpty();
        assertThat(findings(PLAIN.with(keys))).isEmpty();
    }

    record Case(String what, Zone zone, String finding) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case of(String what, Zone zone, String finding) {
        return new Case(what, zone, "dnssec-signature " + finding);
    }

    private static RecordSet mail() {
        return set(SIGNED, "mail.example.com", RecordType.A);
    }

    private static Zone resigned(RecordSet set, Instant begin, Instant end) {
        return plus(
                unsign(SIGNED, set.owner().toString(), set.type()),
                ZSK.sign(set, ORIGIN, begin, end));
    }

    private static Zone resigned(SigningKey key, DomainName signer, int labels, long ttl) {
        return plus(
                unsign(SIGNED, "mail.example.com", RecordType.A),
                key.sign(
                        mail(),
                        signer,
                        NOW.minusSeconds(60),
                        NOW.plus(Duration.ofDays(9)),
                        labels,
                        ttl));
    }

    static Stream<Case> cases() {
        String mail = "'mail.example.com' A";
        var day = Duration.ofDays(1);
        var begin = NOW.minus(day);
        var end = NOW.plus(day.multipliedBy(9));
        return Stream.of(
                of(
                        "no signature",
                        unsign(SIGNED, "mail.example.com", RecordType.A),
                        mail + " has no signature"),
                of(
                        "none of a wildcard",
                        unsign(SIGNED, "*.w.example.com", RecordType.TXT),
                        "'*.w.example.com' TXT has no signature"),
                of(
                        "none of DS",
                        unsign(SIGNED, "safe.example.com", RecordType.DS),
                        "'safe.example.com' DS has no signature"),
                of(
                        "other data",
                        SIGNED.with(
                                new RecordSet(
                                        mail().owner(),
                                        RecordType.A,
                                        mail().ttl(),
                                        List.of(RecordData.of(RecordType.A, "192.0.2.99")))),
                        "signature of " + mail + BY_ZSK + "does not verify"),
                of(
                        "more data",
                        plus(SIGNED, "mail.example.com 3600 A 192.0.2.99"),
                        "signature of " + mail + BY_ZSK + "does not verify"),
                of(
                        "expired",
                        resigned(
                                mail(),
                                begin.minus(day.multipliedBy(9)),
                                NOW.minus(day.multipliedBy(3))),
                        "signature of "
                                + mail
                                + BY_ZSK
                                + "expired on 2026-10-29T00:00:00Z, 3 days ago"),
                of(
                        "not yet begun",
                        resigned(mail(), NOW.plus(Duration.ofHours(5)), end),
                        "signature of "
                                + mail
                                + BY_ZSK
                                + "begins on 2026-11-01T05:00:00Z, in 5 hours"),
                of(
                        "end before begin",
                        resigned(mail(), end, begin),
                        "signature of " + mail + BY_ZSK + "ends before it begins"),
                of(
                        "other signer",
                        resigned(ZSK, DomainName.of("example.net"), 3, 3600),
                        "signature of "
                                + mail
                                + BY_ZSK
                                + "is by 'example.net' and not by the zone 'example.com'"),
                of(
                        "labels",
                        resigned(ZSK, ORIGIN, 2, 3600),
                        "signature of " + mail + BY_ZSK + "counts 2 labels where there are 3"),
                of(
                        "TTL",
                        resigned(ZSK, ORIGIN, 3, 60),
                        "signature of "
                                + mail
                                + BY_ZSK
                                + "was made with TTL 60, and now it is 3600"));
    }

    static Stream<Case> keyCases() {
        var stranger = SigningKey.generate(SigningAlgorithm.ECDSAP256SHA256, SigningKey.ZSK);
        String mail = "'mail.example.com' A";
        return Stream.of(
                of(
                        "key that is not there",
                        resigned(stranger, ORIGIN, 3, 3600),
                        "signature of "
                                + mail
                                + " by key "
                                + stranger.tag()
                                + " (ECDSAP256SHA256) cannot be verified: the zone has no DNSKEY record"
                                + " of that key"),
                of(
                        "signed delegation",
                        SignedZones.sign(SIGNED, "sub.example.com", RecordType.NS),
                        "signature"
                                + BY_ZSK
                                + "covers NS at the delegation 'sub.example.com', which belong to the zone"
                                + " below"),
                of(
                        "signed glue",
                        SignedZones.sign(SIGNED, "ns.sub.example.com", RecordType.A),
                        "signature"
                                + BY_ZSK
                                + "covers A at 'ns.sub.example.com', which lies below 'sub.example.com' and"
                                + " is not this zone's"),
                of(
                        "signed signature",
                        SignedZones.sign(SIGNED, "www.example.com", RecordType.RRSIG),
                        "signature"
                                + BY_ZSK
                                + "covers signatures at 'WWW.example.com', which are never signed"),
                of(
                        "signature of nothing",
                        without(SIGNED, "mail.example.com", RecordType.AAAA),
                        "signature"
                                + BY_ZSK
                                + "covers AAAA at 'mail.example.com', where there is none"));
    }

    @ParameterizedTest
    @MethodSource({"cases", "keyCases"})
    void saysWhatDoesNotHold(Case it) {
        assertThat(findings(it.zone))
                .filteredOn(found -> found.startsWith("dnssec-signature"))
                .containsExactly(it.finding);
    }

    @Test
    void aZoneWithSignaturesNeedsKeys() {
        assertThat(findings(without(SIGNED, "example.com", RecordType.DNSKEY)))
                .containsExactly(
                        "dnssec-signature zone 'example.com' has signatures and no DNSKEY record at its"
                                + " apex");
        assertThat(
                        findings(
                                SIGNED.with(
                                        new RecordSet(
                                                ORIGIN,
                                                RecordType.DNSKEY,
                                                new Ttl(3600),
                                                List.of(KSK.withFlags(0).dnskey())))))
                .containsExactly(
                        "dnssec-signature zone 'example.com' is signed, and none of its DNSKEY records"
                                + " is a zone key in force");
    }

    @Test
    void everyAlgorithmOfTheKeysMustSign() {
        var other = SigningKey.generate(SigningAlgorithm.ED25519, SigningKey.KSK);
        var zone = ZoneSigner.with(BY_NAME, KSK, ZSK, other).sign(PLAIN);
        var partly =
                keep(
                        zone,
                        "www.example.com",
                        RecordType.RRSIG,
                        data -> !data.text().startsWith("CNAME 15 "));
        assertThat(findings(partly))
                .containsExactly(
                        "dnssec-signature 'WWW.example.com' CNAME has no signature by ED25519, an"
                                + " algorithm of the zone's DNSKEY records");
    }

    @Test
    void theKeysAreSignedByAKeyThatTheParentKnows() {
        var byZone =
                ZSK.sign(
                        set(SIGNED, "example.com", RecordType.DNSKEY),
                        ORIGIN,
                        NOW.minusSeconds(1),
                        NOW.plusSeconds(900_000));
        var zone = plus(unsign(SIGNED, "example.com", RecordType.DNSKEY), byZone);
        assertThat(findings(zone))
                .containsExactly(
                        "dnssec-signature 'example.com' DNSKEY has no signature by a key-signing key of"
                                + " ECDSAP256SHA256, to which DS records point");
    }

    /// RFC 6781 §4.1.4: before the key of a new algorithm come its signatures.
    @Test
    void signaturesOfAnAlgorithmToComeAreLeftAlone() {
        var other = SigningKey.generate(SigningAlgorithm.ED25519, SigningKey.KSK);
        var zone =
                plus(
                        SIGNED,
                        other.sign(mail(), ORIGIN, NOW.minusSeconds(1), NOW.plusSeconds(900_000)));
        assertThat(findings(zone)).isEmpty();
    }

    /// RFC 5011 §2.1.
    @Test
    void aRevokedKeySignsTheKeysAndNothingElse() {
        var revoked = KSK.withFlags(257 | 128);
        var keys = List.of(revoked, ZSK, KSK.withFlags(257));
        var zone =
                new ZoneSigner(keys, BY_NAME, false, NOW.minusSeconds(60), NOW.plusSeconds(900_000))
                        .sign(PLAIN);
        assertThat(findings(zone)).isEmpty();
        var wrong =
                plus(
                        zone,
                        revoked.sign(
                                mail(), ORIGIN, NOW.minusSeconds(1), NOW.plusSeconds(900_000)));
        assertThat(findings(wrong))
                .singleElement()
                .asString()
                .endsWith("is by a key that has been revoked");
    }

    @Test
    void anAlgorithmThatIsNotKnownIsLeftAlone() {
        var withKey =
                plus(
                        unsign(SIGNED, "example.com", RecordType.DNSKEY),
                        "example.com 3600 DNSKEY 257 3 12 AQID");
        var zone = SignedZones.sign(withKey, "example.com", RecordType.DNSKEY);
        assertThat(findings(zone)).anyMatch(found -> found.contains("no signature by ECC-GOST"));
        for (var set : withKey.recordSets().toList()) {
            if (isToBeSigned(set)) {
                zone = plus(zone, gostSignature(set));
            }
        }
        assertThat(findings(zone)).isEmpty();
    }

    private static boolean isToBeSigned(RecordSet set) {
        boolean isOwn = !set.type().equals(RecordType.NS) || set.owner().equals(ORIGIN);
        return isOwn
                && !set.type().equals(RecordType.RRSIG)
                && !set.owner().isBelow(DomainName.of("sub.example.com"));
    }

    /// What it says nobody can check here.
    private static String gostSignature(RecordSet set) {
        int tag = 0x0101 + 0x030c + 0x0102 + 0x0300;
        int labels = set.owner().labelCount() - (set.owner().isWildcard() ? 1 : 0);
        return "%s %s RRSIG %s 12 %d %s 20261201000000 20261031000000 %d example.com. AQID"
                .formatted(set.owner(), set.ttl(), set.type(), labels, set.ttl(), tag);
    }

    @Test
    void aKeyThatIsNoneIsReportedOnce() {
        assertThat(findings(plus(SIGNED, "example.com 3600 DNSKEY 256 3 13 AQID")))
                .anyMatch(
                        found ->
                                found.startsWith("dnssec-signature nothing can be verified by key ")
                                        && found.endsWith("it has 3 octets instead of 64"));
    }

    /// CVE-2023-50387: many signatures and many keys with one tag are a way to keep a validator busy.
    @Test
    void neverTriesAllSignaturesOfASet() {
        var data = new ArrayList<>(set(SIGNED, "mail.example.com", RecordType.RRSIG).data());
        byte[] wire =
                ZSK.sign(mail(), ORIGIN, NOW.minusSeconds(1), NOW.plusSeconds(900_000))
                        .data()
                        .wire();
        for (int i = 0; i < 100; i++) {
            wire[wire.length - 1] = (byte) i;
            data.add(RecordData.ofWire(RecordType.RRSIG, wire));
        }
        var zone = SIGNED.with(new RecordSet(mail().owner(), RecordType.RRSIG, mail().ttl(), data));
        assertThat(findings(zone))
                .hasSizeBetween(64, 65)
                .anyMatch(
                        found ->
                                found.endsWith("has 101 signatures, of which only 64 are judged")
                                        || found.endsWith(
                                                "has 102 signatures, of which only 64 are judged"));
    }

    @Test
    void whatIsFoundStandsInTheOrderOfTheNames() {
        var lines = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            lines.append("h%04d.example.com 60 A 192.0.2.1\n".formatted(i));
        }
        var many = Records.zone("example.com", lines.toString()).recordSets().toList();
        var zone = SIGNED;
        for (var set : many) {
            zone = zone.with(set);
        }
        assertThat(findings(zone))
                .filteredOn(found -> found.endsWith("A has no signature"))
                .hasSize(900)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void aTouchedNameIsJudgedByItself() {
        var zone =
                unsign(
                        unsign(SIGNED, "mail.example.com", RecordType.A),
                        "www.example.com",
                        RecordType.CNAME);
        assertThat(findings(zone, "mail.example.com"))
                .containsExactly("dnssec-signature 'mail.example.com' A has no signature");
        assertThat(findings(zone, "ns.sub.example.com", "sub.example.com")).isEmpty();
    }
}
