package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.JudgedText.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.JudgedText.Case;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Records;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wise in names: of hosts, of wildcards, of challenges; and how long answers about them may be kept.
class NameRulesTest {

    static List<Case> owners() {
        return List.of(
                Case.of("my_host A 192.0.2.2\n", "5:1 not-a-hostname"),
                Case.of("my_host AAAA 2001:db8::1\n", "5:1 not-a-hostname"),
                Case.of("my_host MX 0 .\n", "5:1 not-a-hostname"),
                Case.of("-host A 192.0.2.2\n", "5:1 not-a-hostname"),
                Case.of("host- A 192.0.2.2\n", "5:1 not-a-hostname"),
                Case.of("a\\.b A 192.0.2.2\n", "5:1 not-a-hostname"),
                Case.of("my_host A 192.0.2.2\n MX 0 .\n AAAA 2001:db8::1\n", "5:1 not-a-hostname"),
                Case.of("my_host TXT x\n_dmarc TXT x\n_x._tcp SRV 0 0 0 .\n"),
                Case.of("* A 192.0.2.2\n*.www MX 0 .\n3com A 192.0.2.2\n"),
                Case.of("*._x A 192.0.2.2\n", "5:1 not-a-hostname"),
                Case.of("gc._msdcs A 192.0.2.2\n"),
                Case.of("dc._msdcs A 192.0.2.2\n", "5:1 not-a-hostname"));
    }

    static List<Case> targets() {
        return List.of(
                Case.of("@ NS my_ns.example.net.\n", "5:6 not-a-hostname"),
                Case.of("@ MX 0 my_mail.example.net.\n", "5:6 not-a-hostname"),
                Case.of("_x._tcp SRV 0 0 1 my_host.example.net.\n", "5:13 not-a-hostname"),
                Case.of("@ HTTPS 1 _x.example.net.\n", "5:9 not-a-hostname"),
                Case.of("@ HTTPS 0 _x.example.net.\n"),
                Case.of("@ SVCB 1 _x.example.net.\n", "5:8 not-a-hostname"),
                Case.of("@ AFSDB 1 my_afs.example.net.\n", "5:9 not-a-hostname"),
                Case.of("@ PTR _x._tcp\n"),
                Case.of("a CNAME _x.example.net.\n"),
                Case.of("@ NS 192.0.2.1.\n", "5:6 target-is-address"),
                Case.of("@ MX 0 192.0.2.1.\n", "5:6 target-is-address"),
                Case.of("@ MX 0 2001:db8::1.\n", "5:6 target-is-address"),
                Case.of("@ MX 0 192.0.2.1\n", "5:6 target-is-address", "5:6 missing-address"),
                Case.of(
                        "$ORIGIN sub.example.com.\n@ MX 0 192.0.2.1\n",
                        "6:6 target-is-address",
                        "6:6 missing-address"),
                Case.of("@ NS ::1\n", "5:6 target-is-address", "5:6 ns-without-address"),
                Case.of("@ MX 0 192.0.2.1\n192.0.2.1 A 192.0.2.1\n"),
                Case.of("@ MX 0 192.0.2.1.dsl.example.net.\n"),
                Case.of("@ MX 0 192.0.2.256.\n", "5:6 not-a-hostname"),
                Case.of("_x._tcp SRV 0 0 1 192.0.2.1.\n", "5:13 not-a-hostname"));
    }

    static List<Case> wildcards() {
        return List.of(
                Case.of("x.* TXT x\n", "5:1 wildcard-not-leftmost"),
                Case.of("x.* MX 0 .\n TXT x\n", "5:1 wildcard-not-leftmost", "5:1 not-a-hostname"),
                Case.of("*.* TXT x\n", "5:1 wildcard-not-leftmost"),
                Case.of("*.x TXT x\nx*.y TXT x\ny.x*x TXT x\n* TXT x\n"),
                Case.of("*.x NS ns1\n", "5:8 wildcard-ns"),
                Case.of("*.x DNAME example.net.\n", "5:11 wildcard-ns"),
                Case.of("*.x CNAME ns1\n"));
    }

    @ParameterizedTest
    @MethodSource({"owners", "targets", "wildcards"})
    void findsWhatIsUnwiseWhereItStands(Case it) {
        assertThat(JudgedText.placed(JudgedText.judge(START + it.lines())))
                .containsExactlyInAnyOrderElementsOf(it.findings());
    }

    @ParameterizedTest
    @CsvSource({
        "2.0.192.in-addr.arpa,      5,                my_host.example.net., 1",
        "8.b.d.0.1.0.0.2.ip6.arpa,  5,                my_host.example.net., 1",
        "2.0.192.in-addr.arpa,      5,                host.example.net.,    0",
        "2.0.192.in-addr.arpa,      b._dns-sd._udp.0, _x._tcp.example.net., 0",
        "example.com,               5,                my_host.example.net., 0",
    })
    void wantsHostsWhereAddressesPoint(String origin, String owner, String target, int findings) {
        var text =
                """
                $TTL 3600
                @ SOA ns.example.net. hostmaster 1 7200 900 1209600 300
                  NS ns.example.net.
                %s PTR %s
                """
                        .formatted(owner, target);
        assertThat(JudgedText.judge(origin, text, Circumstances.at(Instant.EPOCH)))
                .hasSize(findings)
                .allMatch(finding -> finding.check().equals(PolicyChecks.NOT_A_HOSTNAME));
    }

    private static final Zone ACME =
            Records.zone(
                    "acme.example.net",
                    """
                    acme.example.net 60 SOA ns.example.net. admin.example.net. 1 7200 900 1209600 300
                    www.acme.example.net 60 TXT "none yet"
                    *.wild.acme.example.net 60 TXT "none yet"
                    sub.acme.example.net 60 NS ns.example.net.
                    """);

    private static List<String> besideAcme(String line) {
        var usual = Circumstances.at(Instant.EPOCH);
        var circumstances =
                new Circumstances(
                        usual.now(),
                        usual.expiryMargin(),
                        Optional.empty(),
                        name -> Optional.of(ACME).filter(zone -> name.isAtOrBelow(zone.origin())),
                        List.of());
        return JudgedText.placed(
                JudgedText.judge("example.com", START + line + "\n", circumstances));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_acme-challenge.www CNAME ww.acme.example.net.",
                "_ACME-Challenge CNAME ww.acme.example.net.",
            })
    void missesTheNameThatAChallengeIsDelegatedTo(String line) {
        assertThat(besideAcme(line))
                .singleElement()
                .asString()
                .endsWith(" dangling-delegated-challenge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_acme-challenge.www CNAME www.acme.example.net.",
                "_acme-challenge.www CNAME x.wild.acme.example.net.",
                "_acme-challenge.www CNAME x.sub.acme.example.net.",
                "_acme-challenge.www CNAME www.other.example.net.",
                "www CNAME ww.acme.example.net.",
            })
    void mindsNoOtherAlias(String line) {
        assertThat(besideAcme(line)).isEmpty();
    }

    @Test
    void leavesAChallengeInTheZoneItselfToTheRuleOfAliases() {
        assertThat(JudgedText.placed(JudgedText.judge(START + "_acme-challenge CNAME x\n")))
                .containsExactly("5:23 dangling-alias");
    }

    @Test
    void findsTtlsLongerThanAllowedAndNothingIfNobodyAllowsAnything() {
        var text = START + "a 86400 A 192.0.2.2\nb 86401 A 192.0.2.2\n  90000 TXT x\n";
        assertThat(JudgedText.judge(text)).isEmpty();

        var usual = Circumstances.at(Instant.EPOCH);
        var strict =
                new Circumstances(
                        usual.now(),
                        usual.expiryMargin(),
                        Optional.of(new Ttl(86400)),
                        usual.neighbours(),
                        List.of());
        var findings = JudgedText.judge("example.com", text, strict);
        assertThat(JudgedText.placed(findings))
                .containsExactly("6:1 ttl-too-long", "7:3 ttl-too-long");
        assertThat(findings).allMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,         4",
        "0.0.0.255.x,       4",
        "192.0.2,           0",
        "192.0.2.300,       0",
        "1921.0.2.1,        0",
        "2001:db8::1,       1",
        "'::1.example.com', 1",
        "'a:b',             0",
        "'a:b:x',           0",
        "www.example.com,   0",
        "., 0",
    })
    void knowsAnAddressWhenItSeesOne(String name, int labels) {
        assertThat(DomainName.of(name).addressLabels()).isEqualTo(labels);
    }
}
