package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.RecordCorpus;
import io.github.dnscli.common.record.RecordType;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever BIND and we both know, we read alike, octet by octet.
@Tag("interop")
class BindComparisonTest {

    /// Younger than the BIND of Debian 12, or not its to know.
    private static final Set<String> UNKNOWN_TO_BIND = Set.of("RESINFO", "WALLET");

    /// Samples that BIND refuses for their sense: data without a digest, an empty bitmap, a key it does not know.
    private static final Set<String> REFUSED_BY_BIND =
            Set.of(
                    "TLSA \\# 3 030000",
                    "NSEC a.example.",
                    "HTTPS 1 . no-default-alpn alpn=h3 ech=AQID ohttp key9");

    private static final String APEX =
            "$TTL 60\n@ SOA ns h 1 2h 3M 1w1D 1h30m5s\n@ NS ns\nns A 192.0.2.53\n";

    @TempDir private Path directory;

    private void assertReadAlike(String zone) throws Exception {
        assertThat(CompiledZone.ours("example.com", zone))
                .containsExactlyInAnyOrderElementsOf(
                        CompiledZone.of("example.com", zone, directory));
    }

    private static boolean isKnownToBind(RecordCorpus sample) {
        return !UNKNOWN_TO_BIND.contains(sample.type().toString())
                && !REFUSED_BY_BIND.contains(sample.toString())
                && !sample.type().equals(RecordType.SOA);
    }

    @Test
    void readsTheDataOfEveryTypeAlike() throws Exception {
        var zone = new StringBuilder(APEX);
        int number = 0;
        for (var sample : RecordCorpus.all()) {
            if (isKnownToBind(sample)) {
                zone.append("s%d %s %s\n".formatted(number, sample.type(), sample.text()));
                zone.append("p%d %s %s\n".formatted(number, sample.type(), sample.printed()));
                number++;
            }
        }
        assertReadAlike(zone.toString());
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
