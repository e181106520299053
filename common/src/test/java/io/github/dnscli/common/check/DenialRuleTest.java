package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignedZones.BY_HASH;
import static io.github.dnscli.common.check.SignedZones.BY_NAME;
import static io.github.dnscli.common.check.SignedZones.OPT_OUT;
import static io.github.dnscli.common.check.SignedZones.ORIGIN;
import static io.github.dnscli.common.check.SignedZones.findings;
import static io.github.dnscli.common.check.SignedZones.plus;
import static io.github.dnscli.common.check.SignedZones.replace;
import static io.github.dnscli.common.check.SignedZones.set;
import static io.github.dnscli.common.check.SignedZones.signed;
import static io.github.dnscli.common.check.SignedZones.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.dnssec.HashLabel;
import io.github.dnscli.common.dnssec.Nsec3Hash;
import io.github.dnscli.common.dnssec.Nsec3Parameters;
import io.github.dnscli.common.dnssec.ZoneSigner;
import io.github.dnscli.common.dnssec.ZoneSigner.Denial;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Records;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenialRuleTest {

    private static final Zone NSEC = signed(BY_NAME);
    private static final Zone NSEC3 = signed(BY_HASH);
    private static final Zone OPTED = signed(OPT_OUT);
    private static final RecordType PARAMETERS = RecordType.NSEC3PARAM;

    /// A zone with one fault in its chain, and what is found; the touched name shows it too, unless there is none.
    record Case(String what, Zone zone, String touched, List<String> findings) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case of(String what, Zone zone, String touched, String... findings) {
        return new Case(what, zone, touched, List.of(findings));
    }

    private static List<String> chain(List<String> findings) {
        return findings.stream()
                .filter(found -> found.startsWith("dnssec-chain "))
                .map(found -> found.substring("dnssec-chain ".length()))
                .toList();
    }

    private static String nsec(String owner, String data) {
        return owner + " 300 NSEC " + data;
    }

    static Stream<Case> nsecCases() {
        return Stream.of(
                of("good", NSEC, "mail.example.com"),
                of(
                        "no record",
                        without(NSEC, "mail.example.com", RecordType.NSEC),
                        "mail.example.com",
                        "no NSEC record at 'mail.example.com'"),
                of(
                        "no record at a delegation",
                        without(NSEC, "sub.example.com", RecordType.NSEC),
                        "sub.example.com",
                        "no NSEC record at 'sub.example.com'"),
                of(
                        "a new name",
                        plus(NSEC, "n.example.com 60 A 192.0.2.1"),
                        "n.example.com",
                        "no NSEC record at 'n.example.com'"),
                of(
                        "a gap",
                        replace(
                                NSEC,
                                nsec("mail.example.com", "safe.example.com. A AAAA RRSIG NSEC")),
                        "ns1.example.com",
                        "NSEC at 'mail.example.com' points to 'safe.example.com', and 'ns1.example.com'"
                                + " lies between"),
                of(
                        "a way back",
                        replace(
                                NSEC,
                                nsec("mail.example.com", "away.example.com. A AAAA RRSIG NSEC")),
                        "mail.example.com",
                        "NSEC at 'mail.example.com' points to 'away.example.com', and 'ns1.example.com'"
                                + " lies between"),
                of(
                        "an open end",
                        replace(NSEC, nsec("www.example.com", "zz.example.com. CNAME RRSIG NSEC")),
                        "",
                        "NSEC at 'www.example.com' points to 'zz.example.com', and the last one of the"
                                + " zone must point to 'example.com'"),
                of(
                        "a type too many",
                        replace(
                                NSEC,
                                nsec("mail.example.com", "ns1.example.com. A MX AAAA RRSIG NSEC")),
                        "mail.example.com",
                        "NSEC at 'mail.example.com' lists MX, which is not there"),
                of(
                        "types missing",
                        replace(NSEC, nsec("mail.example.com", "ns1.example.com. A NSEC")),
                        "mail.example.com",
                        "NSEC at 'mail.example.com' does not list AAAA, RRSIG"),
                of(
                        "glue listed at a delegation",
                        replace(
                                plus(NSEC, "sub.example.com 60 A 192.0.2.1"),
                                nsec("sub.example.com", "*.w.example.com. A NS RRSIG NSEC")),
                        "sub.example.com",
                        "NSEC at 'sub.example.com' lists A, which is not there"),
                of(
                        "below a delegation",
                        plus(NSEC, nsec("ns.sub.example.com", "www.example.com. A RRSIG NSEC")),
                        "ns.sub.example.com",
                        "NSEC at 'ns.sub.example.com', which lies below 'sub.example.com'"),
                of(
                        "alone",
                        plus(NSEC, nsec("b.c.example.com", "a.b.c.example.com. RRSIG NSEC")),
                        "b.c.example.com",
                        "NSEC at 'b.c.example.com', where nothing else is"),
                of(
                        "twice",
                        plus(
                                NSEC,
                                nsec("mail.example.com", "ns1.example.com. A AAAA RRSIG NSEC SPF")),
                        "mail.example.com",
                        "'mail.example.com' has 2 NSEC records"));
    }

    private static DomainName hashed(Zone zone, String name) {
        var parameters = set(zone, "example.com", PARAMETERS).data().getFirst();
        return HashLabel.owner(
                new Nsec3Hash(Nsec3Parameters.of(parameters)).of(DomainName.of(name)), ORIGIN);
    }

    private static String label(Zone zone, String name) {
        return hashed(zone, name).firstLabel();
    }

    private static Zone withoutHash(Zone zone, String name) {
        return zone.without(hashed(zone, name), RecordType.NSEC3);
    }

    /// {@return the zone with other text in one NSEC3 record}
    private static Zone edit(Zone zone, String name, String from, String to) {
        var set = zone.recordSet(hashed(zone, name), RecordType.NSEC3).orElseThrow();
        String text = set.data().getFirst().text();
        assertThat(text).contains(from);
        return replace(zone, set.owner() + " 300 NSEC3 " + text.replace(from, to));
    }

    private static List<RecordSet> hashes(Zone zone) {
        return zone.recordSets().filter(set -> set.type().equals(RecordType.NSEC3)).toList();
    }

    /// {@return the hash that stands before that of a name, and the one behind it}
    private static List<String> around(Zone zone, String name) {
        var labels = hashes(zone).stream().map(set -> set.owner().firstLabel()).toList();
        int at = labels.indexOf(label(zone, name));
        return List.of(
                labels.get((at + labels.size() - 1) % labels.size()),
                labels.get((at + 1) % labels.size()));
    }

    static Stream<Case> nsec3Cases() {
        var around = around(NSEC3, "mail.example.com");
        String mail = label(NSEC3, "mail.example.com");
        String gone = hashed(NSEC3, "gone.example.com").toString();
        return Stream.of(
                of("good", NSEC3, "mail.example.com"),
                of("good with an empty non-terminal", NSEC3, "a.b.c.example.com"),
                of(
                        "no record",
                        withoutHash(NSEC3, "mail.example.com"),
                        "mail.example.com",
                        "NSEC3 at '"
                                + around.getFirst()
                                + ".example.com' points to '"
                                + mail
                                + "', and the next hash is '"
                                + around.getLast()
                                + "'",
                        "no NSEC3 record for 'mail.example.com', whose hash is '" + mail + "'"),
                of(
                        "types",
                        edit(NSEC3, "mail.example.com", " A AAAA", " A MX"),
                        "mail.example.com",
                        "NSEC3 of 'mail.example.com' lists MX, which is not there, and does not list"
                                + " AAAA"),
                of(
                        "types of an empty non-terminal",
                        replace(
                                NSEC3,
                                hashed(NSEC3, "b.c.example.com")
                                        + " 300 NSEC3 1 0 0 - "
                                        + around(NSEC3, "b.c.example.com").getLast()
                                        + " A"),
                        "a.b.c.example.com",
                        "NSEC3 of empty non-terminal 'b.c.example.com' lists A, which is not there"),
                of(
                        "link",
                        edit(
                                NSEC3,
                                "mail.example.com",
                                around.getLast().toUpperCase(Locale.ROOT),
                                label(NSEC3, "gone.example.com")),
                        "mail.example.com",
                        "NSEC3 at '"
                                + mail
                                + ".example.com' points to '"
                                + label(NSEC3, "gone.example.com")
                                + "', and the next hash is '"
                                + around.getLast()
                                + "'"),
                of(
                        "other parameters",
                        plus(NSEC3, gone + " 300 NSEC3 1 0 7 AB " + mail + " A"),
                        "",
                        "NSEC3 at '"
                                + label(NSEC3, "gone.example.com")
                                + ".example.com' has parameters '1 7 AB', which no NSEC3PARAM record"
                                + " has"),
                of(
                        "no hash",
                        plus(NSEC3, "x.example.com 300 NSEC3 1 0 0 - " + mail + " A"),
                        "",
                        "NSEC3 at 'x.example.com', which is no hash"),
                of(
                        "NSEC beside it",
                        plus(NSEC3, nsec("mail.example.com", "www.example.com. A")),
                        "mail.example.com",
                        "NSEC3 of 'mail.example.com' does not list NSEC",
                        "NSEC at 'mail.example.com' in a zone whose chain is of NSEC3 records"));
    }

    @ParameterizedTest
    @MethodSource({"nsecCases", "nsec3Cases"})
    void saysWhatIsWrongWithTheChain(Case it) {
        assertThat(chain(findings(it.zone))).containsExactlyElementsOf(it.findings);
    }

    @ParameterizedTest
    @MethodSource({"nsecCases", "nsec3Cases"})
    void findsItFromATouchedNameToo(Case it) {
        if (!it.touched.isEmpty()) {
            var found = chain(findings(it.zone, it.touched));
            assertThat(found.isEmpty()).isEqualTo(it.findings.isEmpty());
        }
    }

    /// A name that is gone, with the chain as it was.
    @Test
    void aNameThatIsGoneMustBeGoneFromTheChain() {
        var zone = NSEC3;
        for (var type : List.of(RecordType.A, RecordType.AAAA, RecordType.RRSIG)) {
            zone = without(zone, "mail.example.com", type);
        }
        String owner = hashed(NSEC3, "mail.example.com").display();
        assertThat(chain(findings(zone)))
                .containsExactly("NSEC3 at '" + owner + "' is the hash of no name in the zone");
        assertThat(chain(findings(zone, "mail.example.com")))
                .containsExactly(
                        "NSEC3 at '"
                                + owner
                                + "' is the hash of 'mail.example.com', which is not in the zone");
    }

    @Test
    void aNameThatIsGoneMayBePointedToNoMore() {
        var zone = NSEC;
        for (var set : NSEC.recordSetsAt(DomainName.of("mail.example.com"))) {
            zone = zone.without(set.owner(), set.type());
        }
        assertThat(chain(findings(zone)))
                .containsExactly(
                        "NSEC at 'd.e.example.com' points to 'mail.example.com', and the next name is"
                                + " 'ns1.example.com'");
        assertThat(chain(findings(zone, "mail.example.com")))
                .containsExactly(
                        "NSEC at 'd.e.example.com' points to 'mail.example.com', which is not in its"
                                + " chain");
    }

    @Test
    void withoutOptOutInsecureDelegationsAndWhatIsEmptyAboveThemAreThere() {
        for (String name : List.of("sub.example.com", "d.e.example.com", "e.example.com")) {
            String kind = name.startsWith("e.") ? "empty non-terminal" : "insecure delegation";
            assertThat(chain(findings(withoutHash(NSEC3, name))))
                    .anyMatch(
                            found -> found.startsWith("no NSEC3 record for " + kind + " '" + name));
        }
    }

    @Test
    void withOptOutInsecureDelegationsMayBeMissing() {
        assertThat(OPTED.recordSet(hashed(OPTED, "sub.example.com"), RecordType.NSEC3)).isEmpty();
        assertThat(chain(findings(OPTED))).isEmpty();
        assertThat(chain(findings(OPTED, "sub.example.com", "d.e.example.com"))).isEmpty();
        assertThat(chain(findings(withoutHash(OPTED, "safe.example.com"))))
                .anyMatch(found -> found.startsWith("no NSEC3 record for 'safe.example.com'"));
    }

    @Test
    void theRecordThatCoversAMissingDelegationMustOptOut() {
        var hash = hashed(OPTED, "sub.example.com");
        var cover = Optional.<RecordSet>empty();
        for (var set : hashes(OPTED)) {
            if (set.owner().compareTo(hash) < 0) {
                cover = Optional.of(set);
            }
        }
        var covering = cover.orElse(hashes(OPTED).getLast());
        String text = covering.data().getFirst().text().replace("1 1 1 AB", "1 0 1 AB");
        var strict = replace(OPTED, covering.owner() + " 300 NSEC3 " + text);
        String message =
                "no NSEC3 record for insecure delegation 'sub.example.com', and the one at '"
                        + covering.owner().display()
                        + "', which covers it, does not opt out";
        assertThat(chain(findings(strict))).contains(message);
        assertThat(chain(findings(strict, "sub.example.com"))).containsExactly(message);
    }

    @Test
    void aSignedZoneHasAChain() {
        assertThat(chain(findings(without(NSEC, "example.com", RecordType.NSEC))))
                .containsExactly(
                        "zone 'example.com' is signed and has neither an NSEC nor an NSEC3PARAM record at"
                                + " its apex");
        assertThat(chain(findings(without(NSEC3, "example.com", PARAMETERS)))).hasSize(1);
    }

    @Test
    void parametersThatServersIgnoreAreReported() {
        assertThat(chain(findings(replace(NSEC3, "example.com 0 NSEC3PARAM 1 1 0 -"))))
                .containsExactly(
                        "NSEC3PARAM has flags 1: servers ignore such a record and its chain");
        assertThat(chain(findings(replace(NSEC3, "example.com 0 NSEC3PARAM 2 0 0 -"))))
                .contains("NSEC3PARAM has hash algorithm 2, and only 1 exists");
    }

    /// Hashing is what it costs: 65535 times for every name of a zone would take hours.
    @Test
    void endlessIterationsAreNotFollowed() {
        assertThat(chain(findings(replace(NSEC3, "example.com 0 NSEC3PARAM 1 0 65535 -"))))
                .contains(
                        "NSEC3 chain of 65535 iterations is not judged: no validator takes more than"
                                + " 2500");
    }

    /// RFC 5155 §10.4: on its way from one chain to the other a zone has both.
    @Test
    void bothChainsMayBeThere() {
        var both = signed(new Denial.Both(new Denial.ByHash(0, "-", true)));
        assertThat(chain(findings(both))).isEmpty();
        assertThat(chain(findings(withoutHash(both, "mail.example.com"))))
                .anyMatch(found -> found.startsWith("no NSEC3 record for 'mail.example.com'"));
        assertThat(chain(findings(without(both, "mail.example.com", RecordType.NSEC))))
                .contains("no NSEC record at 'mail.example.com'");
    }

    /// RFC 6672 §2.4: a DNAME at the apex leaves no names below it, but for hashes.
    @Test
    void aDnameAtTheApexMayHaveHashesBelowIt() {
        var plain =
                Records.zone(
                        "example.com",
                        """
                        example.com 3600 SOA ns.example.net. admin.example.com. 7 7200 900 1209600 300
                        example.com 3600 NS ns.example.net.
                        example.com 3600 DNAME example.org.
                        """);
        for (Denial denial : List.of(BY_NAME, BY_HASH, OPT_OUT)) {
            var zone = ZoneSigner.with(denial, SignedZones.KSK, SignedZones.ZSK).sign(plain);
            assertThat(findings(zone)).isEmpty();
        }
    }
}
