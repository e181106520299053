package io.github.dnscli.common.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneFileChecksTest {

    private static final String START =
            """
            $TTL 3600
            @   SOA ns1 hostmaster 1 7200 900 1209600 300
                NS  ns1
            ns1 A   192.0.2.1
            """;

    private static CheckedZone judge(String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), "example.com");
        var options = ReaderOptions.forZone(DomainName.of("example.com"));
        return ZoneFileChecks.judge(
                ZoneReader.read(source, options), Circumstances.at(Instant.EPOCH));
    }

    private static List<String> findings(String text) {
        return judge(text).findings().stream()
                .map(f -> f.place().line() + ":" + f.place().column() + " " + f.check().id())
                .toList();
    }

    /// However much one check has to say, others are heard.
    @Test
    void eachCheckSaysAThousandThingsAndThatThereAreMore() {
        String many = "$GENERATE 1-1200 w$ TLSA 9 1 9 AA\n".repeat(2);
        var findings = judge(START + many + "@ MX 10 mail\n").findings();
        assertThat(findings.stream().collect(groupingBy(f -> f.check().id(), counting())))
                .containsEntry("duplicate-record", 1001L)
                .containsEntry("tlsa-owner", 1001L)
                .containsEntry("tlsa-fields", 1001L)
                .containsEntry("missing-address", 1L);
        assertThat(findings)
                .extracting(Finding::message)
                .contains("more findings of 'tlsa-owner' are left out");
    }

    /// Lines that follow [#START], so the first of them is line 5, and what is found.
    record Case(String lines, List<String> findings) {
        static Case of(String lines, String... findings) {
            return new Case(lines, List.of(findings));
        }
    }

    static List<Case> cases() {
        return List.of(
                Case.of("www A 192.0.2.2\n"),
                Case.of("www.example.org. A 192.0.2.2\n", "5:1 out-of-zone"),
                Case.of("sub SOA ns1 hostmaster 1 2 3 4 5\n", "5:9 soa-not-at-apex"),
                Case.of("@ SOA ns1 hostmaster 2 2 3 4 5\n", "5:7 multiple-soa"),
                Case.of("@ NS ns2\n", "5:6 ns-without-address"),
                Case.of("@ NS ns2\nns2 CNAME ns1\n", "5:6 apex-ns-is-alias"),
                Case.of("sub NS ns.sub\n", "5:8 missing-glue"),
                Case.of("sub NS ns.sub\nns.sub AAAA 2001:db8::1\n"),
                Case.of("sub NS ns9\n", "5:8 missing-sibling-glue"),
                Case.of("@ NS ns.example.net.\n"),
                Case.of("@ MX 10 mail\n", "5:6 missing-address"),
                Case.of("@ MX 10 mail\nmail AAAA 2001:db8::1\n"),
                Case.of("@ MX 10 mail\n* A 192.0.2.2\n"),
                Case.of("@ MX 0 .\n"),
                Case.of("@ MX 10 mail\nmail CNAME ns1\n", "5:6 target-is-alias"),
                Case.of("_sip._tcp SRV 0 0 5060 sip\n", "5:15 missing-service-address"),
                Case.of("@ MX 10 my_mail.example.net.\n", "5:6 not-a-hostname"),
                Case.of("www CNAME ns1\nwww A 192.0.2.2\n", "5:11 cname-and-other-data"),
                Case.of("www CNAME ns1\nwww CNAME ns2\n", "6:11 multiple-cname"),
                Case.of("d DNAME a.example.net.\nd DNAME b.example.net.\n", "6:9 multiple-dname"),
                Case.of("d DNAME a.example.net.\nx.d A 192.0.2.2\n", "6:7 data-below-dname"),
                Case.of("sub NS ns1\nwww.sub MX 0 .\n", "6:12 occluded"),
                Case.of("sub NS ns1\nwww.sub A 192.0.2.2\n"),
                Case.of("@ DS 1 13 2 " + "0".repeat(64) + "\n", "5:6 ds-at-apex"),
                Case.of("sub DS 1 13 2 " + "0".repeat(64) + "\n", "5:8 ds-without-ns"),
                Case.of("ns1 A 192.0.2.1\n", "5:1 duplicate-record"),
                Case.of("NS1 A 192.0.2.1\n", "5:1 duplicate-record"),
                Case.of("ns1 60 A 192.0.2.2\n", "5:1 ttl-mismatch"),
                Case.of("@ NAPTR 1 1 U E2U+sip !^.*$!sip:a@example.com! .\n"),
                Case.of("@ NAPTR 1 1 \"\" \"\" \"/(.)(x)/\\\\2/i\" .\n"),
                Case.of("@ NAPTR 1 1 S \"\" \"\" a.example.net.\n"),
                Case.of("@ NAPTR 1 1 U \"\" sip:a@example.com .\n", "5:9 bad-rdata"),
                Case.of("@ NAPTR 1 1 U \"\" !x!y .\n", "5:9 bad-rdata"),
                Case.of("@ NAPTR 1 1 U \"\" !x!y!g .\n", "5:9 bad-rdata"),
                Case.of("@ NAPTR 1 1 U \"\" \"!(x)!\\\\2!\" .\n", "5:9 bad-rdata"),
                Case.of("@ NAPTR 1 1 U \"\" 1x1y1 .\n", "5:9 bad-rdata"),
                Case.of("txt TXT \"\"\n", "5:9 empty-txt"));
    }

    @Test
    void findsWhatLiesBelowAnAliasOfTheWholeZone() {
        assertThat(findings(START + "@ DNAME example.net.\nwww A 192.0.2.2\n"))
                .containsExactlyInAnyOrder("4:9 data-below-dname", "6:7 data-below-dname");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsWrongWhereItStands(Case it) {
        assertThat(findings(START + it.lines())).isEqualTo(it.findings());
    }

    @Test
    void wantsAStartOfAuthorityAndNameServers() {
        assertThat(findings("www 60 A 192.0.2.1\n"))
                .containsExactly("0:0 missing-soa", "0:0 missing-ns");
    }

    @Test
    void wantsAHostAsPrimaryServer() {
        assertThat(findings(START.replace("SOA ns1", "SOA _ns1")))
                .contains("2:9 soa-mname-not-host");
    }

    @Test
    void saysNothingMoreOfAnEmptyFile() {
        assertThat(findings("; nothing\n")).hasSize(1).first().asString().endsWith("empty-file");
    }

    @Test
    void reportsEverythingInOneRun() {
        var found = judge(START + "www A 192.0.2.300\n@ MX 10 mail\n").findings();
        assertThat(found)
                .extracting(Finding::toString)
                .hasSize(2)
                .allMatch(line -> line.contains(": error: "));
    }
}
