package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ZoneReaderTest {

    private static final ReaderOptions OPTIONS =
            ReaderOptions.forZone(DomainName.of("example.com"));

    private static ZoneFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ZoneFile read(byte[] text) {
        return ZoneReader.read(new Source(text, "zone"), OPTIONS);
    }

    /// The records of a text without findings, one a line.
    private static String records(String text) {
        var file = read(text);
        assertThat(file.findings()).isEmpty();
        return lines(file);
    }

    private static String lines(ZoneFile file) {
        return String.join(
                "\n", file.plainRecords().stream().map(ResourceRecord::toString).toList());
    }

    private static List<String> findings(String text) {
        return read(text).findings().stream().map(Finding::toString).toList();
    }

    private static String finding(String text) {
        assertThat(findings(text)).hasSize(1);
        return findings(text).getFirst();
    }

    // The language

    @Test
    void readsAWholeZone() {
        assertThat(
                        records(
                                """
                                $ORIGIN example.org.
                                $TTL 1h30m
                                @ IN SOA ns hostmaster (
                                      2026112201 ; serial
                                      1D 2h ; refresh, retry
                                      4W
                                      3600 )
                                  NS ns
                                ns 300 IN A 192.0.2.1
                                   IN 5m AAAA 2001:db8::1
                                $origin sub
                                www CNAME ns.example.org.
                                $ttl 60
                                @ TXT "one" two
                                """))
                .isEqualTo(
                        """
                        example.org. 5400 IN SOA ns.example.org. hostmaster.example.org. 2026112201 86400 7200 2419200 3600
                        example.org. 5400 IN NS ns.example.org.
                        ns.example.org. 300 IN A 192.0.2.1
                        ns.example.org. 300 IN AAAA 2001:db8::1
                        www.sub.example.org. 5400 IN CNAME ns.example.org.
                        sub.example.org. 60 IN TXT "one" "two\"""");
    }

    @Test
    void takesTtlAndClassInEitherOrderAndAnyCase() {
        assertThat(
                        records(
                                "a 60 in a 192.0.2.1\nb In 1M A 192.0.2.2\nc class1 60 TYPE1 192.0.2.3\n"))
                .isEqualTo(
                        """
                        a.example.com. 60 IN A 192.0.2.1
                        b.example.com. 60 IN A 192.0.2.2
                        c.example.com. 60 IN A 192.0.2.3""");
    }

    @Test
    void ownersMayLookLikeOtherWords() {
        assertThat(records("in 60 A 192.0.2.1\n60 60 A 192.0.2.2\nmx 60 MX 1 a\n"))
                .isEqualTo(
                        """
                        in.example.com. 60 IN A 192.0.2.1
                        60.example.com. 60 IN A 192.0.2.2
                        mx.example.com. 60 IN MX 1 a.example.com.""");
    }

    @Test
    void commentsMayBeGluedToWords() {
        assertThat(records("a 60 A 192.0.2.1;web\n;x\n  ; y\nb 60 TXT \"a;b\";c\n"))
                .isEqualTo("a.example.com. 60 IN A 192.0.2.1\nb.example.com. 60 IN TXT \"a;b\"");
    }

    @Test
    void takesWindowsLineEndsAMarkAndAnOpenLastLine() {
        String zone = "\ufeffa 60 A 192.0.2.1\r\n\r\n\tTXT ( x\r\n y ) ; z\r\nb 60 A 192.0.2.2";
        assertThat(lines(read(zone)))
                .isEqualTo(
                        """
                        a.example.com. 60 IN A 192.0.2.1
                        a.example.com. 60 IN TXT "x" "y"
                        b.example.com. 60 IN A 192.0.2.2""");
        assertThat(read(zone).records().getFirst().place()).hasToString("zone:1:1");
    }

    @Test
    void stringsMaySpanLinesAndHoldEscapes() {
        assertThat(
                        records(
                                "a 60 TXT \"one\ntwo\" \"q\\\"\\\\ \\059;\" c\\;d e\\ f \"\" \"x\"\"y\"\n"))
                .isEqualTo(
                        """
                        a.example.com. 60 IN TXT "one\\010two" "q\\"\\\\ ;;" "c;d" "e f" "" "x" "y\"""");
    }

    @Test
    void readsNonAsciiTextAsItsOctets() {
        assertThat(records("a 60 TXT \"ü\"\n")).endsWith("\"\\195\\188\"");
    }

    @Test
    void quotesBehindEqualsSignsBelongToParametersOnly() {
        assertThat(records("a 60 HTTPS 1 . alpn=\"h2,h3\" key667=\"hello world\"\n"))
                .endsWith("1 . alpn=\"h2,h3\" key667=\"hello world\"");
        assertThat(records("a 60 TXT k=\"v w\" x\n")).endsWith("\"k=\" \"v w\" \"x\"");
    }

    @Test
    void readsUnknownTypesAndGenericData() {
        assertThat(records("a 60 TYPE65400 \\# 3 01 ( 02\n03 )\nb 60 A \\# 4 c0000201\n"))
                .isEqualTo(
                        "a.example.com. 60 IN TYPE65400 \\# 3 010203\nb.example.com. 60 IN A 192.0.2.1");
    }

    @Test
    void parenthesesMayStandAnywhere() {
        assertThat(records("(a 60\nA) 192.0.2.1\n  ( 60 IN\n  TXT x)\nc(60 A 192.0.2.3)\n"))
                .isEqualTo(
                        """
                        a.example.com. 60 IN A 192.0.2.1
                        a.example.com. 60 IN TXT "x"
                        c.example.com. 60 IN A 192.0.2.3""");
    }

    @Test
    void knowsWhereRecordsStand() {
        var file = read("$TTL 60\n\n  ; ü\na\tIN A 192.0.2.1 ; ü\n   A ( ; ü\n \"ü\"\n");
        assertThat(file.records().getFirst().place()).hasToString("zone:4:1");
        assertThat(file.records().getFirst().dataPlace()).hasToString("zone:4:8");
        file = read("$TTL 60\na TXT \"ü\" ( ; ü\n \"x\" )\n  TXT \"ü\nü\"\n");
        assertThat(file.records().get(1).place()).hasToString("zone:4:3");
        assertThat(file.records().get(1).hasOwner()).isFalse();
    }

    // The findings

    @Test
    void reportsAnUnknownType() {
        assertThat(finding("$TTL 60\nwww IN  CNMAE host\n"))
                .isEqualTo("zone:2:9: error: 'CNMAE' is not a record type [unknown-type]");
        assertThat(finding("$TTL 60\nwww TYPE65536 \\# 0\n"))
                .isEqualTo("zone:2:5: error: 'TYPE65536' is not a record type [unknown-type]");
    }

    @Test
    void reportsClasses() {
        assertThat(finding("$TTL 60\nwww XX A 192.0.2.1\n"))
                .isEqualTo("zone:2:5: error: 'XX' is not a class [unknown-class]");
        assertThat(finding("$TTL 60\nwww CLASS65536 A 192.0.2.1\n"))
                .isEqualTo("zone:2:5: error: 'CLASS65536' is not a class [unknown-class]");
        assertThat(finding("$TTL 60\nwww 1h CH TXT x\n"))
                .isEqualTo("zone:2:8: error: 'CH' is not class IN [class-not-in]");
        assertThat(finding("$TTL 60\nwww CLASS3 TXT x\n"))
                .isEqualTo("zone:2:5: error: 'CLASS3' is not class IN [class-not-in]");
        assertThat(finding("$TTL 60\nwww IN IN A 192.0.2.1\n"))
                .isEqualTo("zone:2:8: error: 'IN' is a second class [syntax]");
    }

    @Test
    void reportsBadDataAtTheWordAtFault() {
        assertThat(finding("$TTL 60\nü\tA \t192.0.2.256 ; ü\n"))
                .isEqualTo(
                        "zone:2:6: error: A: address '192.0.2.256' is not an IPv4 address [bad-rdata]");
        assertThat(finding("$TTL 60\na MX ( 10 ; ten\n)\n"))
                .isEqualTo("zone:2:10: error: MX: exchange is missing [bad-rdata]");
        assertThat(finding("$TTL 60\na SOA ( ns host ; ü\n 1 2 ; x\n   soon 4 5 )\n"))
                .isEqualTo(
                        "zone:4:4: error: SOA: retry 'soon' is not a time in seconds [bad-rdata]");
        assertThat(finding("$TTL 60\na TXT \"" + "x".repeat(256) + "\"\n"))
                .startsWith("zone:2:7: error: TXT: text 'xxx")
                .contains("split it into several quoted strings");
        assertThat(finding("$TTL 60\na A\n"))
                .isEqualTo("zone:2:4: error: A: address is missing [bad-rdata]");
    }

    @Test
    void reportsDataThatBreaksARuleOfItsOwnUnderThatRule() {
        assertThat(finding("$TTL 60\na SVCB 1 . port=1 ( alpn=h2\n port=\"2\" )\n"))
                .isEqualTo(
                        "zone:3:2: error: SVCB: parameter 'port=\"2\"' is a parameter given before"
                                + " [svcb-parameters]");
        assertThat(finding("$TTL 60\na HTTPS 1 . mandatory=port,port\n"))
                .isEqualTo(
                        "zone:2:13: error: HTTPS: parameter 'mandatory=port,port' lists 'port' twice"
                                + " [svcb-parameters]");
        assertThat(finding("$TTL 60\na HTTPS \\# 13 000100 000300020050 00020000\n"))
                .endsWith("not in ascending order [svcb-parameters]");
        assertThat(finding("$TTL 60\na HTTPS 1 . port=x\n"))
                .isEqualTo("zone:2:13: error: HTTPS: parameter 'port=x' is not a port [bad-rdata]");
        assertThat(finding("$TTL 60\na CAA 0 is-sue \"ca.example\"\n"))
                .isEqualTo(
                        "zone:2:9: error: CAA: tag 'is-sue' is not a tag of letters and digits, without quotes"
                                + " [caa-syntax]");
        assertThat(finding("$TTL 60\na DELEG server-name=a..b\n"))
                .isEqualTo(
                        "zone:2:9: error: DELEG: parameter 'server-name=a..b' lists 'a..b': empty label"
                                + " [bad-name]");
    }

    @Test
    void reportsBadNames() {
        assertThat(finding("$TTL 60\na..b A 192.0.2.1\n"))
                .isEqualTo("zone:2:1: error: 'a..b' is not a name: empty label [bad-name]");
        assertThat(finding("$TTL 60\na CNAME b..c\n"))
                .isEqualTo("zone:2:9: error: CNAME: canonical name 'b..c': empty label [bad-name]");
        assertThat(finding("$ORIGIN a..b\n$TTL 60\na A 192.0.2.1\n"))
                .startsWith("zone:1:9: error:");
        assertThat(finding("$TTL 60\n\"a\" A 192.0.2.1\n"))
                .startsWith("zone:2:1: error: 'a' is quoted");
    }

    @Test
    void recordsOfAnOwnerThatIsBadAreNotGivenToTheOneBefore() {
        var file = read("$TTL 60\na A 192.0.2.1\nb..b A 192.0.2.2\n  A 192.0.2.3\nc A 192.0.2.4\n");
        assertThat(lines(file))
                .isEqualTo("a.example.com. 60 IN A 192.0.2.1\nc.example.com. 60 IN A 192.0.2.4");
    }

    @Test
    void reportsATtlThatIsMissingOnceAndSaysWhichIsUsed() {
        var file = read("a 300 A 192.0.2.1\nb A 192.0.2.2\nc A 192.0.2.3\n");
        assertThat(file.findings())
                .singleElement()
                .hasToString(
                        "zone:2:1: warning: no TTL here and no '$TTL' before: the TTL of the record before is used,"
                                + " 300 s [missing-ttl]");
        assertThat(file.findings().getFirst().hint()).isEqualTo("begin the file with '$TTL 300'");
        assertThat(lines(file)).contains("c.example.com. 300 IN");

        file = read("@ SOA ns h 1 2 3 4 600\na 60 A 192.0.2.1\nb A 192.0.2.2\n");
        assertThat(file.findings())
                .singleElement()
                .asString()
                .startsWith("zone:1:1: warning:")
                .contains("the minimum of the SOA is used, 600 s");
        assertThat(lines(file)).contains("b.example.com. 600 IN A");

        file = read("a A 192.0.2.1\n");
        assertThat(file.findings()).singleElement().asString().contains("one hour is used, 3600 s");
    }

    @Test
    void aTtlGivenByTheCallerIsNotMissing() {
        var options = OPTIONS.withDefaultTtl(Ttl.of(Duration.ofMinutes(1)));
        var source = new Source("a A 192.0.2.1\n".getBytes(StandardCharsets.UTF_8), "zone");
        var file = ZoneReader.read(source, options);
        assertThat(file.findings()).isEmpty();
        assertThat(lines(file)).isEqualTo("a.example.com. 60 IN A 192.0.2.1");
    }

    @Test
    void reportsATtlThatIsTooLong() {
        assertThat(finding("a 2147483648 A 192.0.2.1\n"))
                .isEqualTo(
                        "zone:1:3: error: '2147483648' is not a TTL in 0..2147483647 [ttl-out-of-range]");
        assertThat(finding("$TTL 5000w\na A 192.0.2.1\n"))
                .isEqualTo(
                        "zone:1:6: error: '5000w' is not a TTL in 0..2147483647 [ttl-out-of-range]");
        assertThat(records("a 2147483647 A 192.0.2.1\n")).contains("2147483647");
    }

    @Test
    void reportsMetaTypes() {
        assertThat(finding("$TTL 60\na ANY x\n"))
                .isEqualTo(
                        "zone:2:3: error: 'ANY' is a type that never stands in a zone [meta-type]");
        for (String type : List.of("AXFR", "IXFR", "OPT", "TSIG", "TKEY", "TYPE255")) {
            assertThat(finding("$TTL 60\na " + type + " \\# 0\n")).endsWith("[meta-type]");
        }
    }

    @Test
    void reportsAMissingOwnerOnce() {
        assertThat(findings("$TTL 60\n  A 192.0.2.1\n  A 192.0.2.2\na A 192.0.2.3\n"))
                .singleElement()
                .asString()
                .startsWith("zone:2:3: error: the line begins with a blank")
                .endsWith("[missing-owner]");
    }

    @Test
    void reportsAnEmptyFile() {
        for (String empty : List.of("", "\n\n", "; nothing\n", "$TTL 60\n", "\ufeff")) {
            var file = read(empty);
            assertThat(file.isEmpty()).isTrue();
            assertThat(file.findings())
                    .singleElement()
                    .hasToString("zone: error: there is no record in it [empty-file]");
        }
        assertThat(read("what\n").isEmpty()).isFalse();
    }

    @Test
    void reportsOtherTextAsSyntax() {
        assertThat(finding("$TTL 60\nwww\n"))
                .isEqualTo("zone:2:4: error: a record type is missing [syntax]");
        assertThat(finding("$TTL 60\nwww 60 IN ; no more\n"))
                .isEqualTo("zone:2:10: error: a record type is missing [syntax]");
        assertThat(finding("$TTL 60\nwww 60 30 A 192.0.2.1\n"))
                .isEqualTo("zone:2:8: error: '30' is a second TTL [syntax]");
        assertThat(finding("$TTL 60\nwww 1x A 192.0.2.1\n"))
                .isEqualTo(
                        "zone:2:5: error: '1x' is neither a TTL, a class nor a record type [syntax]");
        assertThat(finding("$TTL 60\nwww -1 A 192.0.2.1\n")).contains("'-1' is neither a TTL");
        assertThat(finding("$TTL 60\nwww \"A\" 192.0.2.1\n"))
                .isEqualTo("zone:2:5: error: 'A' is a string where a record type is due [syntax]");
        assertThat(finding("$TTL 60\nwww A 192.0.2.1 )\n"))
                .isEqualTo("zone:2:17: error: ')' without a '(' before it [syntax]");
    }

    @Test
    void hintsAtABlankThatIsMissing() {
        var finding = read("$TTL 60\nA 192.0.2.1\n").findings().getFirst();
        assertThat(finding.hint())
                .isEqualTo("a record without an owner of its own begins with a blank");
    }

    @Test
    void reportsDirectivesItDoesNotKnow() {
        String record = "a 60 A 192.0.2.1\n";
        assertThat(finding("$FOO\n" + record))
                .isEqualTo(
                        "zone:1:1: error: '$FOO' is not a directive; known are $ORIGIN, $TTL, $INCLUDE and $GENERATE [syntax]");
        assertThat(finding("$TTL\n" + record))
                .isEqualTo("zone:1:5: error: a time is missing behind '$TTL' [syntax]");
        assertThat(finding("$TTL x\n" + record))
                .isEqualTo("zone:1:6: error: 'x' is not a time, such as '3600' or '1h' [syntax]");
        assertThat(finding("$ORIGIN a. b.\n" + record))
                .isEqualTo("zone:1:12: error: 'b.' is too much behind '$ORIGIN' [syntax]");
        assertThat(finding("  $TTL 60\n" + record))
                .isEqualTo(
                        "zone:1:3: error: '$TTL' is a directive and must begin its line [syntax]");
    }

    // Recovery

    @Test
    void reportsEveryBadLineAndKeepsEveryGoodOne() {
        var file =
                read(
                        """
                        $TTL 60
                        a A 192.0.2.256
                        b A 192.0.2.2
                        c FOO x
                        d A 192.0.2.4
                          A x
                          A 192.0.2.5
                        """);
        assertThat(file.findings()).extracting(f -> f.place().line()).containsExactly(2, 4, 6);
        assertThat(lines(file))
                .isEqualTo(
                        """
                        b.example.com. 60 IN A 192.0.2.2
                        d.example.com. 60 IN A 192.0.2.4
                        d.example.com. 60 IN A 192.0.2.5""");
    }

    @Test
    void recoversBehindAParenthesisThatIsNotClosed() {
        var file =
                read(
                        """
                        $TTL 60
                        @ SOA ns h ( 1 ; serial
                              2 3
                              4 5
                        a A 192.0.2.1
                        b TXT ( x )
                        c A 192.0.2.3
                        """);
        assertThat(file.findings())
                .singleElement()
                .hasToString(
                        "zone:2:12: error: '(' is not closed before the next '(', on line 6 [syntax]");
        assertThat(file.records()).hasSize(3);

        file = read("$TTL 60\n@ SOA ns h ( 1\n 2 3 4 5\na A 192.0.2.1\n");
        assertThat(file.findings())
                .singleElement()
                .hasToString("zone:2:12: error: '(' is never closed [syntax]");
        assertThat(file.records()).hasSize(1);
    }

    @Test
    void recoversBehindAQuoteThatIsNotClosed() {
        var file = read("$TTL 60\na TXT \"x\nb TXT \"y\"\nc A 192.0.2.3\n");
        assertThat(file.findings())
                .singleElement()
                .hasToString(
                        "zone:2:7: error: '\"' is not closed before the next '\"', on line 3 [syntax]");
        assertThat(file.records()).hasSize(2);

        file = read("$TTL 60\na TXT \"x\nc A 192.0.2.3\n");
        assertThat(file.findings())
                .singleElement()
                .hasToString("zone:2:7: error: '\"' is never closed [syntax]");
        assertThat(file.records()).hasSize(1);
    }

    @Test
    void reportsParenthesesInParentheses() {
        assertThat(finding("$TTL 60\na TXT ( a ( b ) )\n"))
                .isEqualTo("zone:2:11: error: '(' inside parentheses [syntax]");
    }

    @Test
    @Timeout(60)
    void hugeFilesOfParenthesesEndWithOneFinding() {
        byte[] text = new byte[4_000_000];
        Arrays.fill(text, (byte) '(');
        assertThat(read(text).findings())
                .singleElement()
                .hasToString("zone:1:2: error: '(' inside parentheses [syntax]");
        for (int i = 1; i < text.length; i += 2) {
            text[i] = '\n';
        }
        assertThat(read(text).findings()).hasSize(1);
        Arrays.fill(text, 1, text.length, (byte) ' ');
        assertThat(read(text).findings()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void aParenthesisBeforeAHugeFileHoldsNoMoreThanARecordsWords() {
        byte[] text = "a A 192.0.2.1\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        text[2] = '(';
        assertThat(read(text).findings())
                .first()
                .hasToString("zone:1:3: error: '(' is not closed within 140000 words [syntax]");
    }

    @Test
    void binaryFilesEndWithFewFindings() {
        byte[] zeros = new byte[100_000];
        assertThat(read(zeros).findings())
                .singleElement()
                .hasToString("zone:1:1: error: a zero octet: this is not a text file [syntax]");
        var file = read("x\n".repeat(5000));
        assertThat(file.findings()).hasSize(1001);
        assertThat(file.findings().getLast())
                .hasToString(
                        "zone:1001:2: error: more findings from here on are left out [syntax]");
    }

    @Test
    void anyOctetsEndInAValue() {
        long seed = 42;
        var random = new Random(seed);
        String alphabet =
                "a A 1 ()\"\\;\n\t\r\0$.@=é SOA MX TXT IN $TTL $ORIGIN # TYPE1 \\# HTTPS alpn=";
        for (int i = 0; i < 3000; i++) {
            byte[] text = new byte[random.nextInt(200)];
            random.nextBytes(text);
            assertThat(read(text)).as("seed %s", seed).isNotNull();
            var words = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                int start = random.nextInt(alphabet.length());
                words.append(
                        alphabet, start, Math.min(alphabet.length(), start + random.nextInt(8)));
            }
            var file = read(words.toString());
            assertThat(file.records().isEmpty() && file.findings().isEmpty())
                    .as("nothing said about %s", words)
                    .isFalse();
        }
    }
}
