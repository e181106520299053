package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateTest {

    private static ZoneFile read(String text) {
        return ZoneReader.read(
                new Source(("$TTL 60\n" + text).getBytes(StandardCharsets.UTF_8), "zone"),
                ReaderOptions.forZone(DomainName.of("example")));
    }

    private static List<String> records(String text) {
        var file = read(text);
        assertThat(file.findings()).isEmpty();
        return file.plainRecords().stream().map(Object::toString).toList();
    }

    private static List<String> findings(String text) {
        return read(text).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void standsForARecordOfEachNumber() {
        assertThat(records("$GENERATE 1-3 host$ A 192.0.2.$\n"))
                .containsExactly(
                        "host1.example. 60 IN A 192.0.2.1",
                        "host2.example. 60 IN A 192.0.2.2",
                        "host3.example. 60 IN A 192.0.2.3");
    }

    @Test
    void stepsAndTakesTtlAndClass() {
        assertThat(records("$generate 0-10/5 h$ 5m IN TXT \"number $\" $$ \\$\n"))
                .containsExactly(
                        "h0.example. 300 IN TXT \"number 0\" \"$\" \"$\"",
                        "h5.example. 300 IN TXT \"number 5\" \"$\" \"$\"",
                        "h10.example. 300 IN TXT \"number 10\" \"$\" \"$\"");
    }

    @Test
    void offsetsPadsAndChangesTheBase() {
        assertThat(records("$GENERATE 9-10 ${1,3} CNAME a${0,4,x}.b${0,0,o}.c${-9}.d${245,2,X}\n"))
                .containsExactly(
                        "010.example. 60 IN CNAME a0009.b11.c0.dFE.example.",
                        "011.example. 60 IN CNAME a000a.b12.c1.dFF.example.");
    }

    @Test
    void writesNibblesFromTheLast() {
        assertThat(
                        records(
                                "$GENERATE 171-171 ${0,0,n} PTR x.\n$GENERATE 171-171 ${0,7,N} PTR x.\n"))
                .containsExactly("b.a.example. 60 IN PTR x.", "B.A.0.0.example. 60 IN PTR x.");
    }

    @Test
    void takesDataInQuotesAsBindHasIt() {
        assertThat(records("$GENERATE 1-1 h$ MX \"10 mail$\"\n"))
                .containsExactly("h1.example. 60 IN MX 10 mail1.example.");
    }

    @Test
    void leavesTheOwnerOfTheRecordBeforeInForce() {
        assertThat(records("a A 192.0.2.1\n$GENERATE 1-1 b$ A 192.0.2.2\n  A 192.0.2.3\n"))
                .last()
                .isEqualTo("a.example. 60 IN A 192.0.2.3");
    }

    @Test
    void reportsAFaultOnceAtTheDirective() {
        assertThat(findings("$GENERATE 250-260 h$ A 192.0.2.$\na A 192.0.2.1\n"))
                .containsExactly(
                        "zone:2:1: error: A: address '192.0.2.256' is not an IPv4 address [bad-rdata]");
    }

    @Test
    void reportsRangesAndModifiersThatAreNone() {
        assertThat(findings("$GENERATE 3-1 h$ A 192.0.2.$\n"))
                .containsExactly(
                        "zone:2:11: error: '3-1' is a range that ends before it begins [generate-range]");
        assertThat(findings("$GENERATE 1..3 h$ A 192.0.2.$\n"))
                .first()
                .asString()
                .endsWith("[generate-range]")
                .startsWith("zone:2:11:");
        assertThat(findings("$GENERATE 0-99999999 h$ A 192.0.2.1\n"))
                .containsExactly(
                        "zone:2:11: error: '0-99999999' stands for more than 1048576 records [generate-range]");
        assertThat(findings("$GENERATE 1-3 h${0,2,q} A 192.0.2.$\n"))
                .first()
                .asString()
                .startsWith("zone:2:15: error: 'h${0,2,q}' has a malformed modifier");
    }

    @Test
    void makesNoDirectives() {
        assertThat(records("$GENERATE 1-1 $$ORIGIN A 192.0.2.1\n"))
                .containsExactly("\\$ORIGIN.example. 60 IN A 192.0.2.1");
    }

    @Test
    void placesItsRecordsAtTheDirective() {
        var file = read("\n$GENERATE 1-2 h$ A 192.0.2.$\nx A 192.0.2.9\n");
        assertThat(file.records())
                .extracting(placed -> placed.place().toString())
                .containsExactly("zone:3:1", "zone:3:1", "zone:4:1");
    }

    @Test
    void isNotEndlessInManyLines() {
        assertThat(findings("$GENERATE 1-1000000 h$ A 192.0.2.1\n".repeat(50)))
                .hasSize(49)
                .allMatch(
                        finding -> finding.contains("more than 1048576 generated records in all"));
    }
}
