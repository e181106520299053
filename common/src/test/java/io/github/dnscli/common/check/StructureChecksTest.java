package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.JudgedText.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.JudgedText.Case;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructureChecksTest {

    static List<Case> nameServers() {
        return List.of(
                Case.of("@ NS ns2\n", "5:6 ns-without-address"),
                Case.of("@ NS ns.d\nd DNAME example.net.\n", "5:6 apex-ns-is-alias"),
                Case.of("@ NS ns.w\n*.w A 192.0.2.2\n"),
                Case.of("@ NS ns.w\n*.w CNAME ns1\n", "5:6 apex-ns-is-alias"),
                // Who runs the child zone knows that address.
                Case.of("@ NS ns.sub\nsub NS ns.example.net.\n"),
                Case.of("sub NS sub\n", "5:8 missing-glue"),
                Case.of("sub NS sub\nsub A 192.0.2.2\n"),
                Case.of("sub NS ns.sub\n*.sub A 192.0.2.2\n", "5:8 missing-glue"),
                Case.of("sub NS ns.other\nother NS ns1\n", "5:8 missing-sibling-glue"),
                Case.of("sub NS other\nother NS ns1\n", "5:8 missing-sibling-glue"),
                Case.of("sub NS ns.other\nother NS ns1\nns.other A 192.0.2.2\n"),
                Case.of("sub NS ns9\n", "5:8 missing-sibling-glue"),
                Case.of("sub NS ns9\n*  A 192.0.2.2\n"),
                Case.of("sub NS ns2\nns2 CNAME ns1\n", "5:8 target-is-alias"),
                Case.of("sub NS ns.d\nd DNAME example.net.\n", "5:8 target-is-alias"),
                // A cut below a cut delegates nothing, and wants no glue.
                Case.of("sub NS ns1\nx.sub NS ns.x.sub\n", "6:10 occluded"),
                Case.of("d DNAME example.net.\nx.d NS ns.x.d\n", "6:8 data-below-dname"));
    }

    static List<Case> cuts() {
        return List.of(
                Case.of("sub NS ns1\nsub TXT x\n", "6:9 occluded"),
                Case.of("sub NS ns1\nsub A 192.0.2.2\n"),
                Case.of("sub NS ns1\nsub DS 1 13 2 " + "0".repeat(64) + "\n"),
                Case.of("sub NS ns1\nx.y.sub TXT x\nx.y.sub MX 0 .\n", "7:12 occluded"),
                Case.of(
                        "sub NS ns1\nx.sub DS 1 13 2 " + "0".repeat(64) + "\n",
                        "6:10 ds-without-ns",
                        "6:10 occluded"),
                // What is never served points nowhere.
                Case.of("sub NS ns1\nx.sub MX 0 nowhere\n", "6:10 occluded"),
                Case.of("sub NS ns1\nx.sub CNAME nowhere\n", "6:13 occluded"));
    }

    static List<Case> aliases() {
        return List.of(
                Case.of("a CNAME ns1\na DNAME example.net.\n", "6:9 cname-and-dname"),
                Case.of(
                        "a CNAME ns1\na DNAME example.net.\na A 192.0.2.2\n",
                        "5:9 cname-and-other-data",
                        "6:9 cname-and-dname"),
                Case.of("d DNAME example.net.\nd NS ns1\n", "5:9 ns-beside-dname"),
                Case.of("d DNAME example.net.\nd A 192.0.2.2\n"),
                Case.of("d DNAME example.net.\nd TXT x\nxd TXT x\n"),
                Case.of(
                        "d DNAME example.net.\na.b.d TXT x\na.b.d A 192.0.2.2\n",
                        "7:9 data-below-dname"),
                // The DNAME record is never served either.
                Case.of(
                        "sub NS ns1\nd.sub DNAME example.net.\nx.d.sub A 192.0.2.2\n",
                        "6:13 occluded"),
                Case.of("a CNAME nowhere\n", "5:9 dangling-alias"),
                Case.of("a CNAME x.nowhere\n* TXT x\n"),
                Case.of("a CNAME x.ns1\n* TXT x\n", "5:9 dangling-alias"),
                Case.of("a CNAME empty\nx.empty TXT x\n"),
                Case.of("a CNAME x.sub\nsub NS ns1\n"),
                Case.of("a CNAME x.d\nd DNAME example.net.\n"),
                Case.of("a CNAME nowhere.example.net.\n"),
                Case.of("*.a CNAME nowhere\n", "5:11 dangling-alias"),
                Case.of("d DNAME nowhere\n", "5:9 dangling-alias"),
                Case.of("d DNAME other\nx.other TXT x\n"),
                Case.of("d DNAME @\n"));
    }

    @Test
    void leavesTheProofsOfAbsenceAtTheApexAloneThatHasADname() {
        var text =
                """
                $TTL 3600
                @ SOA ns.example.net. hostmaster 1 7200 900 1209600 300
                  NS  ns.example.net.
                  DNAME example.net.
                0p9mhaveqvm6t7vbl5lop2u3t2rp3tom NSEC3 1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr NS SOA DNAME
                """;
        assertThat(JudgedText.judge(text)).isEmpty();
    }

    static List<Case> hosts() {
        return List.of(
                Case.of("@ MX 0 mail\n", "5:6 missing-address"),
                Case.of("@ MX 0 mail.sub\nsub NS ns1\n"),
                Case.of("@ MX 0 mail.d\nd DNAME example.net.\n", "5:6 target-is-alias"),
                Case.of("@ MX 0 mail\n* CNAME ns1\n", "5:6 target-is-alias"),
                Case.of("_x._tcp SRV 0 0 1 host\nhost AAAA 2001:db8::1\n"),
                Case.of("_x._tcp SRV 0 0 1 host\nhost CNAME ns1\n", "5:13 target-is-alias"),
                Case.of("_x._tcp SRV 0 0 0 .\n"),
                Case.of("@ HTTPS 1 host alpn=h2\n", "5:9 missing-service-address"),
                Case.of("@ SVCB 1 host alpn=h2\n", "5:8 missing-service-address"),
                Case.of("@ HTTPS 1 . alpn=h2\n", "5:9 missing-service-address"),
                Case.of("ns1 HTTPS 1 . alpn=h2\n"),
                Case.of("@ HTTPS 0 .\n"),
                Case.of("@ HTTPS 0 host\n", "5:9 missing-service-address"),
                Case.of("@ HTTPS 0 ns1\n"),
                Case.of("@ HTTPS 0 host\nhost HTTPS 1 ns1 alpn=h2\n"),
                Case.of("@ HTTPS 0 host\nhost SVCB 1 ns1\n", "5:9 missing-service-address"),
                Case.of("@ HTTPS 1 host\nhost HTTPS 1 ns1\n", "5:9 missing-service-address"));
    }

    @ParameterizedTest
    @MethodSource({"nameServers", "cuts", "aliases", "hosts"})
    void findsWhatIsWrongWhereItStands(Case it) {
        assertThat(JudgedText.placed(JudgedText.judge(START + it.lines())))
                .containsExactlyInAnyOrderElementsOf(it.findings());
    }
}
