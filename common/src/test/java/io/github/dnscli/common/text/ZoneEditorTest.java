package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ZoneEditorTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");

    private static final String ZONE =
            """
            ; the zone of our examples
            $TTL 1h
            @       IN SOA ns1 hostmaster (
                        2026112201 ; serial, by date
                        1d 2h 4w 1h )
                    IN NS  ns1   ; the only one
            ns1     IN A   192.0.2.1

            ; web
            www     IN A   192.0.2.80     ; behind the balancer
                    IN A   192.0.2.81
                    IN TXT "hello (world)" ; a greeting
            mail    IN MX  10 mx.example.net.
            """;

    private static SetChange put(String owner, int ttl, RecordType type, String... data) {
        return new SetChange.Put(
                new RecordSet(
                        DomainName.of(owner),
                        type,
                        new Ttl(ttl),
                        Stream.of(data).map(d -> RecordData.of(type, d)).toList()));
    }

    private static SetChange remove(String owner, RecordType type) {
        return new SetChange.Remove(DomainName.of(owner), type);
    }

    private static String edit(String text, SetChange... changes) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), "zone");
        var file = ZoneReader.read(source, ReaderOptions.forZone(ORIGIN));
        return new String(ZoneEditor.edit(file, List.of(changes)), StandardCharsets.UTF_8);
    }

    private static void assertEdit(String before, String after, SetChange... changes) {
        assertThat(edit(before, changes)).isEqualTo(after);
    }

    @Test
    void changesNothingWhenNothingIsToChange() {
        assertEdit(ZONE, ZONE);
        assertEdit(
                ZONE,
                ZONE,
                put("www.example.com", 3600, RecordType.A, "192.0.2.81", "192.0.2.80"),
                remove("absent.example.com", RecordType.A));
    }

    @Test
    void replacesTheDigitsOfTheSerial() {
        assertEdit(
                ZONE,
                ZONE.replace("2026112201", "2026112202"),
                put(
                        "example.com",
                        3600,
                        RecordType.SOA,
                        "ns1.example.com. hostmaster.example.com. 2026112202 86400 7200 2419200 3600"));
    }

    @Test
    void replacesTheDataOfASetOfOne() {
        assertEdit(
                ZONE,
                ZONE.replace("192.0.2.1\n", "192.0.2.7\n"),
                put("ns1.example.com", 3600, RecordType.A, "192.0.2.7"));
        assertEdit(
                ZONE,
                ZONE.replace("\"hello (world)\"", "\"bye\""),
                put("www.example.com", 3600, RecordType.TXT, "bye"));
        assertEdit(
                ZONE,
                ZONE.replace("10 mx", "20 mx"),
                put("mail.example.com", 3600, RecordType.MX, "20 mx.example.net."));
    }

    @Test
    void writesTheTtlOfASetThatHadNone() {
        assertEdit(
                ZONE,
                ZONE.replace("ns1     IN A ", "ns1     60 IN A "),
                put("ns1.example.com", 60, RecordType.A, "192.0.2.1"));
    }

    @Test
    void replacesTheTtlOfASetThatHasOne() {
        assertEdit(
                "$TTL 1h\na   5m\tA 192.0.2.1 ; five minutes\n",
                "$TTL 1h\na   60\tA 192.0.2.1 ; five minutes\n",
                put("a.example.com", 60, RecordType.A, "192.0.2.1"));
    }

    @Test
    void addsBehindTheLastRecordOfTheSetInItsLayout() {
        assertEdit(
                ZONE,
                ZONE.replace(
                        "        IN A   192.0.2.81\n",
                        "        IN A   192.0.2.81\n        IN A   192.0.2.82\n"),
                put(
                        "www.example.com",
                        3600,
                        RecordType.A,
                        "192.0.2.80",
                        "192.0.2.81",
                        "192.0.2.82"));
    }

    @Test
    void addsANewTypeBehindTheLastRecordOfTheName() {
        assertEdit(
                ZONE,
                ZONE.replace(
                        "ns1     IN A   192.0.2.1\n",
                        "ns1     IN A   192.0.2.1\nns1     IN AAAA 2001:db8::1\n"),
                put("ns1.example.com", 3600, RecordType.AAAA, "2001:db8::1"));
    }

    @Test
    void addsANewNameBehindTheNameBefore() {
        assertEdit(
                ZONE,
                ZONE.replace("mx.example.net.\n", "mx.example.net.\nmy-other 60 IN A 1.2.3.4\n"),
                put("my-other.example.com", 60, RecordType.A, "1.2.3.4"));
        assertEdit(
                ZONE,
                ZONE.replace(
                        "; a greeting\n",
                        "; a greeting\nzzz     IN TXT \"\" \"a\\\"b\\\\c\\200\"\n"),
                put("zzz.example.com", 3600, RecordType.TXT, "\"\" \"a\\\"b\\\\c\\200\""));
    }

    @Test
    void takesOutALineAndHandsItsOwnerOn() {
        assertEdit(
                ZONE,
                ZONE.replace(
                        """
                        www     IN A   192.0.2.80     ; behind the balancer
                                IN A   192.0.2.81
                                IN TXT""",
                        "www     IN TXT"),
                remove("www.example.com", RecordType.A));
    }

    @Test
    void takesOutAllLinesOfARecordAndLeavesCommentsOfTheirOwn() {
        assertEdit(
                """
                $TTL 1h
                ; before
                a A 192.0.2.1
                b TXT ( "one" ; inside
                        "two"
                      ) ; behind
                ; after
                c A 192.0.2.3
                """,
                """
                $TTL 1h
                ; before
                a A 192.0.2.1
                ; after
                c A 192.0.2.3
                """,
                remove("b.example.com", RecordType.TXT));
    }

    @Test
    void replacesAllDataWhenWordsDoNotCorrespond() {
        assertEdit(
                "$TTL 1h\na TLSA ( 3 1 1 ABCD ; half\n  EF01 ) ; digest\n",
                "$TTL 1h\na TLSA ( 3 1 1 00FF ; half\n ) ; digest\n",
                put("a.example.com", 3600, RecordType.TLSA, "3 1 1 00ff"));
        assertEdit(
                "$TTL 1h\na HTTPS 1 . port=443 alpn=h2\n",
                "$TTL 1h\na HTTPS 1 . alpn=\"h2\" port=8443\n",
                put("a.example.com", 3600, RecordType.HTTPS, "1 . alpn=h2 port=8443"));
        assertEdit(
                "$TTL 1h\na TYPE1 \\# 4 c0000201 ; generic\n",
                "$TTL 1h\na TYPE1 192.0.2.2 ; generic\n",
                put("a.example.com", 3600, RecordType.A, "192.0.2.2"));
    }

    @Test
    void namesAreWrittenForTheOriginInForce() {
        String before =
                """
                $ORIGIN com.
                $TTL 1h
                example NS ns1.example
                $ORIGIN sub.example.com.
                a A 192.0.2.1
                """;
        assertEdit(
                before,
                before.replace(
                        "ns1.example\n",
                        "ns1.example\nexample MX 5 mx.example\nb.example A 192.0.2.9\n"),
                put("example.com", 3600, RecordType.MX, "5 mx.example.com."),
                put("b.example.com", 3600, RecordType.A, "192.0.2.9"));
        assertEdit(
                before,
                before + "example.org. A 192.0.2.9\n",
                put("example.org", 3600, RecordType.A, "192.0.2.9"));
        assertEdit(
                before,
                before + "a CNAME example.com.\n",
                put("a.sub.example.com", 3600, RecordType.CNAME, "example.com."));
    }

    @Test
    void writesATtlThatIsNoLongerImplied() {
        assertEdit(
                "a 300 A 192.0.2.1\nb A 192.0.2.2\nc A 192.0.2.3\n",
                "b 300 A 192.0.2.2\nc A 192.0.2.3\n",
                remove("a.example.com", RecordType.A));
        assertEdit(
                "a 300 A 192.0.2.1\nb A 192.0.2.2\n",
                "a 300 A 192.0.2.1\na 60  TXT \"x\"\nb 300 A 192.0.2.2\n",
                put("a.example.com", 60, RecordType.TXT, "x"));
    }

    @Test
    void keepsTheTtlThatRecordsHaveFromTheMinimumOfTheSoa() {
        String before =
                "@ SOA ns h 1 1h 1h 1h 300\na A 192.0.2.1\nb 60 A 192.0.2.2\nc A 192.0.2.3\n";
        assertEdit(
                before,
                before.replace("h 1 ", "h 2 "),
                put(
                        "example.com",
                        300,
                        RecordType.SOA,
                        "ns.example.com. h.example.com. 2 3600 3600 3600 300"));
        assertEdit(
                before,
                "$TTL 300\n" + before.replace("1h 300", "1h 600"),
                put(
                        "example.com",
                        300,
                        RecordType.SOA,
                        "ns.example.com. h.example.com. 1 3600 3600 3600 600"));
        assertEdit(
                before,
                "$TTL 300\n" + before.replace("@ SOA", "@ 900 SOA"),
                put(
                        "example.com",
                        900,
                        RecordType.SOA,
                        "ns.example.com. h.example.com. 1 3600 3600 3600 300"));
    }

    @Test
    void writesClassAndTypeAsBeside() {
        assertEdit(
                "$TTL 1h\n\na\tin\ta\t192.0.2.1\n",
                "$TTL 1h\n\na\tin\ta\t192.0.2.1\na\t60\tin\taaaa\t2001:db8::1\n",
                put("a.example.com", 60, RecordType.AAAA, "2001:db8::1"));
    }

    @Test
    void endsALineAsTheOneBefore() {
        assertEdit(
                "$TTL 1h\na A 192.0.2.1\r\nb A 192.0.2.2\n",
                "$TTL 1h\na A 192.0.2.1\r\na A 192.0.2.9\r\nb A 192.0.2.2\n",
                put("a.example.com", 3600, RecordType.A, "192.0.2.1", "192.0.2.9"));
    }

    @Test
    void keepsAByteOrderMark() {
        assertEdit(
                "\ufeff$TTL 1h\na A 192.0.2.1\n",
                "\ufeff$TTL 1h\n",
                remove("a.example.com", RecordType.A));
        assertEdit(
                "\ufeff@ 60 A 192.0.2.1\nb 60 A 192.0.2.2\n",
                "\ufeffb 60 A 192.0.2.2\n",
                remove("example.com", RecordType.A));
        assertEdit(
                "\ufeff",
                "\ufeff@\t60\tA\t192.0.2.1\n",
                put("example.com", 60, RecordType.A, "192.0.2.1"));
    }

    @Test
    void goesBehindTheNearestNameOfAllThatAreThere() {
        String before = "$TTL 1h\nz A 192.0.2.1\nx.b A 192.0.2.2\na A 192.0.2.3\nc A 192.0.2.4\n";
        assertEdit(
                before,
                "$TTL 1h\nz A 192.0.2.1\nx.b A 192.0.2.2\nbb  A 192.0.2.5\nbc  A 192.0.2.6\na A 192.0.2.3\nb A 192.0.2.7\nc A 192.0.2.4\n",
                put("bc.example.com", 3600, RecordType.A, "192.0.2.6"),
                put("bb.example.com", 3600, RecordType.A, "192.0.2.5"),
                put("b.example.com", 3600, RecordType.A, "192.0.2.7"));
        assertEdit(
                before,
                before + "@\tA\t192.0.2.9\n",
                put("example.com", 3600, RecordType.A, "192.0.2.9"));
    }

    @Test
    void giveTheFileReadAgain() {
        var file =
                ZoneReader.read(
                        new Source(ZONE.getBytes(StandardCharsets.UTF_8), "zone"),
                        ReaderOptions.forZone(ORIGIN));
        var revised = ZoneEditor.revise(file, List.of(remove("www.example.com", RecordType.A)));
        assertThat(revised.zone().recordSet(DomainName.of("www.example.com"), RecordType.A))
                .isEmpty();
        assertThat(revised.source().bytes())
                .isEqualTo(ZoneEditor.edit(file, List.of(remove("www.example.com", RecordType.A))));
    }

    @Test
    void keepsTheLineEndsOfTheFile() {
        assertEdit(
                "$TTL 1h\r\na\tA\t192.0.2.1\r\n\tTXT\tx\r\n",
                "$TTL 1h\r\na\tTXT\tx\r\na\tMX\t1 b.example.org.\r\n".replace("a\tMX", "\tMX"),
                remove("a.example.com", RecordType.A),
                put("a.example.com", 3600, RecordType.MX, "1 b.example.org."));
    }

    @Test
    void closesALastLineThatIsOpen() {
        assertEdit(
                "$TTL 1h\na A 192.0.2.1",
                "$TTL 1h\na A 192.0.2.1\na A 192.0.2.2\n",
                put("a.example.com", 3600, RecordType.A, "192.0.2.1", "192.0.2.2"));
        assertEdit(
                "$TTL 1h\na A 192.0.2.1\nb A 192.0.2.2",
                "$TTL 1h\na A 192.0.2.1\n",
                remove("b.example.com", RecordType.A));
    }

    @Test
    void fillsAnEmptyFileAndEmptiesAFullOne() {
        assertEdit(
                "; nothing yet\n$TTL 1h\n",
                "; nothing yet\n$TTL 1h\na\tA\t192.0.2.1\n",
                put("a.example.com", 3600, RecordType.A, "192.0.2.1"));
        assertEdit(
                "; one\n$TTL 1h\na A 192.0.2.1\n; end\n",
                "; one\n$TTL 1h\n; end\n",
                remove("a.example.com", RecordType.A));
    }

    @Test
    void keepsRepetitionsOfARecordThatStays() {
        String twice = "$TTL 1h\na A 192.0.2.1\na A 192.0.2.1 ; again\n";
        assertEdit(
                twice,
                "$TTL 1h\na 60 A 192.0.2.1\na 60 A 192.0.2.1 ; again\n",
                put("a.example.com", 60, RecordType.A, "192.0.2.1"));
    }

    @Test
    void removesAndAddsWhenASetOfSeveralChanges() {
        assertEdit(
                ZONE,
                ZONE.replace("        IN A   192.0.2.81\n", "        IN A   192.0.2.99\n"),
                put("www.example.com", 3600, RecordType.A, "192.0.2.80", "192.0.2.99"));
    }

    @Test
    void refusesAFileThatCouldNotBeRead() {
        assertThatThrownBy(() -> edit("a A 1.2.3\n", remove("a.example.com", RecordType.A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'zone' has errors");
    }

    @Test
    void refusesTwoChangesOfOneSet() {
        var change = remove("a.example.com", RecordType.A);
        assertThatThrownBy(() -> edit(ZONE, change, change))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
