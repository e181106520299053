package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.CanonicalForm;
import io.github.dnscli.common.record.RecordCorpus;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever BIND or Knot and we both know, we read alike, octet by octet.
@Tag("interop")
class PeerComparisonTest {

    private static final String APEX =
            "$TTL 60\n@ SOA ns h 1 2h 3M 1w1D 1h30m5s\n@ NS ns\nns A 192.0.2.53\n";

    @TempDir private Path directory;

    private void assertReadAlike(String zone) throws Exception {
        assertThat(CompiledZone.ours("example.com", zone))
                .containsExactlyInAnyOrderElementsOf(
                        CompiledZone.of("example.com", zone, directory));
    }

    private static String zone(PeerLimits limits) {
        var zone = new StringBuilder(APEX);
        int number = 0;
        for (var sample : RecordCorpus.all()) {
            zone.append(limits.zoneLines(sample, number++));
        }
        return zone.toString();
    }

    @Test
    void readsTheDataOfEveryTypeAsBindDoes() throws Exception {
        assertReadAlike(zone(PeerLimits.of("BIND")));
    }

    /// Knot keeps data in canonical form, and signatures with the TTL they are over.
    private void assertReadAlikeByKnot(String zone) throws Exception {
        assertThat(ours(zone))
                .containsExactlyInAnyOrderElementsOf(
                        ServedZone.of("example.com", zone, directory).stream()
                                .map(PeerComparisonTest::withoutTtl)
                                .toList());
    }

    private static List<CompiledZone.Row> ours(String zone) {
        return CompiledZone.records("example.com", zone).stream()
                .map(
                        r ->
                                new CompiledZone.Row(
                                        r.owner(),
                                        r.type(),
                                        0,
                                        HexFormat.of().formatHex(CanonicalForm.of(r.data()))))
                .toList();
    }

    private static CompiledZone.Row withoutTtl(CompiledZone.Row row) {
        return new CompiledZone.Row(row.owner(), row.type(), 0, row.octets());
    }

    @Test
    void readsTheDataOfEveryTypeAsKnotDoes() throws Exception {
        assertReadAlikeByKnot(zone(PeerLimits.of("KNOT")));
    }

    @Test
    void lowersTheNamesInCanonicalFormThatKnotLowers() throws Exception {
        assertReadAlikeByKnot(
                """
                $TTL 60
                @ SOA Ns H 1 2 3 4 5
                @ NS Ns
                Ns A 192.0.2.53
                a CNAME Target.Example.
                b DNAME Target.Example.
                c MX 10 Target.Example.
                d PTR Target.Example.
                e MINFO Mail.Example. Error.Example.
                f RP Mail.Example. Text.Example.
                g AFSDB 1 Target.Example.
                h RT 1 Target.Example.
                i TYPE26 \\# 14 0001 024162 00 06416243644566 00
                j SRV 1 2 3 Target.Example.
                k NAPTR 1 2 "A" "B" "!C!D!" Target.Example.
                l KX 1 Target.Example.
                m RRSIG A 8 3 60 20200101000000 20190101000000 1 Target.Example. AQID
                n NSEC Target.Example. A
                o SVCB 1 Target.Example. alpn=H2
                p HTTPS 0 Target.Example.
                q IPSECKEY 10 3 2 Target.Example. AQID
                r LP 1 Target.Example.
                """);
    }

    @Test
    void excusesNoLineThatIsNotInTheCorpus() throws Exception {
        assertThat(PeerLimits.of("BIND").stale()).isEmpty();
        assertThat(PeerLimits.of("KNOT").stale()).isEmpty();
    }

    @Test
    void readsTheLanguageAlike() throws Exception {
        assertReadAlike(
                APEX
                        + """
                        a 1h30m IN A 192.0.2.1;web
                          IN 90m A ( 192.0.2.2 ; two
                          )
                        b CLASS1 TYPE1 \\# 4 ( c0 00
                           0201 )
                        $ORIGIN sub
                        c\\.d TXT "one" two\\;three "q\\"\\\\" "a;b(c)"
                        (e A
                          192.0.2.3)
                        * 60 IN CNAME @
                        \\@ A 192.0.2.4
                        \\$TTL A 192.0.2.5
                        h\\032i\\000 A 192.0.2.6
                        t TXT "x""y" k="v w" "ü"
                        s SVCB 1 . key667="hello world" alpn="h2,h3"
                        in A 192.0.2.7
                        60 60 A 192.0.2.8
                        $ttl 2w
                        z MX 10 @
                        y NSEC z A MX TYPE1234
                        """);
    }
}
