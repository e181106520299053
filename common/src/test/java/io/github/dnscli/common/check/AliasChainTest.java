package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasChainTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");

    /// Aliases as `a>b` for CNAME and `a=>b` for DNAME records.
    private static Zone zone(String aliases) {
        var records = new ArrayList<ResourceRecord>();
        for (String alias : aliases.strip().split("\\s+")) {
            boolean dname = alias.contains("=>");
            String[] ends = alias.split("=?>");
            var type = dname ? RecordType.DNAME : RecordType.CNAME;
            records.add(record(name(ends[0]), type, name(ends[1]).toString()));
        }
        return Zone.of(ORIGIN, records);
    }

    private static DomainName name(String text) {
        return text.equals("@") ? ORIGIN : ORIGIN.child(text);
    }

    private static ResourceRecord record(DomainName owner, RecordType type, String data) {
        return new ResourceRecord(owner, new Ttl(60), RecordData.of(type, data));
    }

    private static List<String> loops(Zone zone) {
        var places = RecordPlaces.wholeOf("example.com");
        return ZoneChecks.judge(zone, Scope.WHOLE, Circumstances.at(Instant.EPOCH), places).stream()
                .filter(finding -> finding.check().equals(StructureChecks.CNAME_LOOP))
                .map(Finding::message)
                .map(message -> message.replace(".example.com", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a>a                   | alias 'a' leads back to itself
                    a>b b>a               | alias 'a' leads back to itself by way of 'b'
                    c>a b>c a>b           | alias 'a' leads back to itself by way of 'b', 'c'
                    x>a y>x a>b b>a       | alias 'a' leads back to itself by way of 'b'
                    a>b b>c c>d d>e e>a   | alias 'a' leads back to itself by way of 'b', 'c', 'd' and 1 more
                    a>x.d d=>@ x>a        | alias 'a' leads back to itself by way of 'x'
                    a>a.d d=>@            | alias 'a' leads back to itself
                    *.w>x.w               | alias '*.w' leads back to itself
                    *.w>x.v *.v>y.w       | alias '*.v' leads back to itself by way of '*.w'
                    d=>d                  | alias 'd' leads back to itself
                    d=>x.d                | alias 'd' leads back to itself
                    d=>e e=>d             | alias 'd' leads back to itself by way of 'e'
                    d=>e e=>f f=>x.d      | alias 'd' leads back to itself by way of 'e', 'f'
                    a>x.d d=>y.d          | alias 'd' leads back to itself
                    """)
    void seesAliasesThatLeadBackAndSaysSoOnce(String aliases, String message) {
        assertThat(loops(zone(aliases))).containsExactly(message);
    }

    @Test
    void seesEachOfSeveralCircles() {
        assertThat(loops(zone("a>b b>a c>d d>c e>a f>c"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a>b b>c c>@",
                "a>x.d d=>b",
                "d=>@",
                "d=>e",
                "a>x.d x>y.d d=>@ y>@",
                "*.w>@ a>x.w",
            })
    void leavesAliasesAloneThatEnd(String aliases) {
        assertThat(loops(zone(aliases))).isEmpty();
    }

    @Test
    void followsNoAliasBelowACut() {
        var zone =
                zone("a>b.sub b.sub>a")
                        .with(RecordSet.of(record(name("sub"), RecordType.NS, "ns.example.net.")));
        assertThat(loops(zone)).isEmpty();
    }

    @Test
    void endsWithNamesThatAreTooLong() {
        String label = "x".repeat(60);
        String longest = label + "." + label + "." + label + "." + "y".repeat(50);
        var zone = zone("d=>" + longest + " a>" + "z".repeat(50) + ".d");
        assertThatCode(() -> loops(zone)).doesNotThrowAnyException();
    }

    @Test
    void reportsACircleLongerThanResolversFollow() {
        assertThat(loops(chain(100, i -> "n%03d".formatted(i % 100))))
                .isNotEmpty()
                .allMatch(message -> message.contains("leads to more than 64 others"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n%06d", "%06dn"})
    void isNotDetainedByALongChain(String form) {
        assertThat(loops(chain(20_000, form::formatted)).size()).isLessThan(2_000);
    }

    private static Zone chain(int length, IntFunction<String> label) {
        var records = new ArrayList<ResourceRecord>();
        for (int i = 0; i < length; i++) {
            var target = name(label.apply(i + 1));
            records.add(record(name(label.apply(i)), RecordType.CNAME, target.toString()));
        }
        return Zone.of(ORIGIN, records);
    }
}
