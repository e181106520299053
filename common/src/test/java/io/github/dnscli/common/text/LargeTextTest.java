package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A text so large that its names are looked up on another core, and its names judged on all.
class LargeTextTest {

    private static final int HOSTS = 40_000;

    private static final String START =
            """
            $TTL 3600
            @   SOA ns1 hostmaster 1 7200 900 1209600 300
                NS  ns1
            ns1 A   192.0.2.1
            """;

    private static ZoneFile read(String text) {
        return ZoneReader.read(
                new Source((START + text).getBytes(StandardCharsets.UTF_8), "example.com"),
                ReaderOptions.forZone(DomainName.of("example.com")));
    }

    @Test
    void isReadToTheSameRecordsAsASmallOne() {
        var text = new StringBuilder();
        var expected = new ArrayList<String>();
        for (int i = 0; i < HOSTS; i++) {
            switch (i % 4) {
                case 0 -> text.append("$ORIGIN o%d.example.com.\n".formatted(i));
                case 1 -> text.append("$ORIGIN example.com.\n");
                default -> {}
            }
            String zone = i % 4 == 0 ? "o" + i + ".example.com." : "example.com.";
            text.append("h%d 60 A 192.0.2.1\n    MX 10 @\n".formatted(i));
            text.append("x%d.example.com. TXT \"%d\"\n".formatted(i, i));
            expected.add("h%d.%s 60 IN A 192.0.2.1".formatted(i, zone));
            expected.add("h%d.%s 3600 IN MX 10 %s".formatted(i, zone, zone));
            expected.add("x%d.example.com. 3600 IN TXT \"%d\"".formatted(i, i));
        }
        var file = read(text.toString());
        assertThat(file.source().length()).isGreaterThan(1 << 21);
        assertThat(file.findings()).isEmpty();
        var records = file.plainRecords();
        assertThat(records.subList(3, records.size()))
                .extracting(Object::toString)
                .isEqualTo(expected);
    }

    @Test
    void isJudgedInTheOrderOfItsLines() {
        var text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            boolean isBad = i % 1000 == 999;
            text.append("host%d A 192.0.2.1\n".formatted(i));
            text.append("alias%d CNAME %s%d ; to a host\n".formatted(i, isBad ? "no" : "host", i));
            if (isBad) {
                expected.add(
                        "example.com:%d:%d dangling-alias".formatted(2 * i + 6, 13 + digits(i)));
            }
        }
        var file = read(text.toString());
        assertThat(file.source().length()).isGreaterThan(1 << 21);
        var findings = ZoneFileChecks.judge(file, Circumstances.at(Instant.EPOCH)).findings();
        assertThat(findings)
                .extracting((Finding f) -> f.place() + " " + f.check().id())
                .isEqualTo(expected);
    }

    /// An edit looks at the sets that it is about: once at each of their records, and at no other.
    @Test
    @Timeout(30)
    void isEditedWithoutALookAtAllPairsOfASet() {
        var text = new StringBuilder();
        for (int i = 0; i < 3 * HOSTS; i++) {
            text.append("many A 10.%d.%d.%d\n".formatted(i >> 16, i >> 8 & 255, i & 255));
        }
        var file = read(text.toString());
        var name = DomainName.of("many.example.com");
        var set = file.zone().recordSet(name, RecordType.A).orElseThrow();
        var more = new ArrayList<>(set.data());
        more.add(RecordData.of(RecordType.A, "192.0.2.9"));
        var change = new SetChange.Put(new RecordSet(name, RecordType.A, set.ttl(), more));
        var revised = ZoneEditor.revise(file, List.of(change));
        assertThat(new String(revised.source().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(START + text + "many A 192.0.2.9\n");
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }
}
