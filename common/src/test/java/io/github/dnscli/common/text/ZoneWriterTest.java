package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ZoneWriterTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");

    private static RecordSet set(String owner, int ttl, RecordType type, String data) {
        return RecordSet.of(ResourceRecord.of(owner, ttl, type, data));
    }

    @Test
    void writesTheSoaFirstAndNamesInOrder() {
        var sets =
                List.of(
                        set("www.example.com", 300, RecordType.AAAA, "2001:db8::1"),
                        set("a.www.example.com", 3600, RecordType.TXT, "\"a\\\"b\""),
                        set("*.example.com", 3600, RecordType.CNAME, "example.com."),
                        set("www.example.com", 3600, RecordType.A, "192.0.2.1"),
                        set("example.com", 3600, RecordType.MX, "0 ."),
                        set("example.com", 3600, RecordType.HTTPS, "1 . port=8443"),
                        set(
                                "example.com",
                                60,
                                RecordType.SOA,
                                "ns.example.com. h.example.com. 1 2 3 4 5"));
        assertThat(ZoneWriter.write(ORIGIN, sets))
                .isEqualTo(
                        """
                        $ORIGIN example.com.
                        $TTL 3600
                        @	60	SOA	ns h 1 2 3 4 5
                        @	MX	0 .
                        @	HTTPS	1 . port=8443
                        *	CNAME	@
                        www	A	192.0.2.1
                        www	300	AAAA	2001:db8::1
                        a.www	TXT	"a\\"b"
                        """);
    }

    @Test
    void writesAnEmptyZone() {
        assertThat(ZoneWriter.write(ORIGIN, List.of())).isEqualTo("$ORIGIN example.com.\n");
    }

    @Test
    void whatItWritesIsReadAsTheSameRecords() {
        for (var origin : List.of(ORIGIN, DomainName.ROOT, DomainName.of("EXAMPLE"))) {
            var sets = oddSets();
            var text = ZoneWriter.write(origin, sets).getBytes(StandardCharsets.US_ASCII);
            var file = ZoneReader.read(new Source(text, "zone"), ReaderOptions.forZone(ORIGIN));
            assertThat(file.findings()).isEmpty();
            assertThat(Set.copyOf(file.plainRecords()))
                    .isEqualTo(
                            Set.copyOf(sets.stream().flatMap(s -> s.records().stream()).toList()));
        }
    }

    private static List<RecordSet> oddSets() {
        return Stream.of(
                        "example.com",
                        "\\@.example.com",
                        "\\$TTL.example.com",
                        "a\\.b\\;c\\000\\ \\200.example.com",
                        "in.example.com",
                        "60.example.com",
                        "example",
                        ".")
                .flatMap(
                        owner ->
                                Stream.of(
                                        set(owner, 60, RecordType.A, "192.0.2.1"),
                                        set(
                                                owner,
                                                0,
                                                RecordType.PTR,
                                                owner.equals(".") ? "." : owner + "."),
                                        set(
                                                owner,
                                                2147483647,
                                                RecordType.TXT,
                                                "\"\" \"\\000\\\\\" \";(\""),
                                        set(owner, 60, new RecordType(65400), "\\# 0"),
                                        set(owner, 60, RecordType.TLSA, "\\# 3 030100")))
                .toList();
    }
}
