package io.github.dnscli.gitstore.merge;

import static io.github.dnscli.gitstore.merge.Updates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.merge.ZoneEdit.SetName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    private static final DomainName WWW = DomainName.of("www.example.com");

    private static Replay replay(Zone start, Updates updates) {
        return Replay.of(start, updates.edits());
    }

    private static Zone merged(Zone start, Updates updates) {
        var replay = replay(start, updates);
        assertThat(replay.conflicts()).isEmpty();
        return replay.zone();
    }

    private static List<String> reasons(Replay replay) {
        return replay.conflicts().stream().map(Conflict::reason).toList();
    }

    private static Zone withStart(Zone zone, String data) {
        return zone.with(RecordSet.of(ResourceRecord.of("example.com", 60, RecordType.SOA, data)));
    }

    @Test
    void leadsToTheSameZoneWhereTheEditsWereMadeFirst() {
        var base = zone(17, "www 60 A 192.0.2.1");
        var updates =
                new Updates(base)
                        .make("www 60 A 192.0.2.1", "new 60 TXT one")
                        .make(z -> z, new Serial(2_026_112_500L))
                        .make("www 300 A 192.0.2.1", "www 300 A 192.0.2.2")
                        .make("www 300 A 192.0.2.2");
        assertThat(merged(base, updates)).isEqualTo(updates.served());
        assertThat(merged(updates.served(), updates)).isEqualTo(updates.served());
    }

    @Test
    void keepsBothSidesRecordByRecord() {
        var updates =
                new Updates(zone(17, "www 60 A 192.0.2.1", "www 60 A 192.0.2.2"))
                        .make("www 60 A 192.0.2.2", "www 60 A 192.0.2.3", "new 60 TXT one");
        var theirs = zone(18, "www 60 A 192.0.2.1", "www 60 A 192.0.2.4", "theirs 60 TXT two");
        assertThat(merged(theirs, updates))
                .isEqualTo(
                        zone(
                                19,
                                "www 60 A 192.0.2.3",
                                "www 60 A 192.0.2.4",
                                "new 60 TXT one",
                                "theirs 60 TXT two"));
    }

    @ParameterizedTest
    @CsvSource({"60, 90, 60, 90", "60, 60, 300, 300", "60, 90, 300, 90"})
    void aTtlIsTheirsUnlessTheEditMeantIt(int before, int after, int theirs, int result) {
        var updates =
                new Updates(zone(17, "www " + before + " A 192.0.2.1"))
                        .make("www " + after + " A 192.0.2.1", "www " + after + " A 192.0.2.2");
        var merged = merged(zone(18, "www " + theirs + " A 192.0.2.1"), updates);
        assertThat(merged.recordSet(WWW, RecordType.A).orElseThrow())
                .extracting(set -> set.ttl().seconds(), set -> set.data().size())
                .containsExactly(result, 2);
    }

    @Test
    void anEditThatFillsAnEmptySetBringsItsTtl() {
        var updates = new Updates(zone(17)).make("www 77 A 192.0.2.1");
        assertThat(merged(zone(18), updates)).isEqualTo(zone(19, "www 77 A 192.0.2.1"));
    }

    @Test
    void emptyingAndFillingASetWithAnotherTtlMeansTheTtl() {
        var updates = new Updates(zone(17, "www 60 A 192.0.2.1")).make().make("www 90 A 192.0.2.2");
        assertThat(merged(zone(18, "www 60 A 192.0.2.1", "www 60 A 192.0.2.9"), updates))
                .isEqualTo(zone(20, "www 90 A 192.0.2.2", "www 90 A 192.0.2.9"));
    }

    @Test
    void anAliasThatBothHaveChangedStaysTheirs() {
        var updates =
                new Updates(zone(17, "www 60 CNAME a.example.net.", "x 60 TXT x"))
                        .make("www 60 CNAME b.example.net.", "x 60 TXT x", "y 60 TXT y");
        var replay = replay(zone(18, "www 60 CNAME c.example.net.", "x 60 TXT x"), updates);
        assertThat(replay.zone())
                .isEqualTo(zone(19, "www 60 CNAME c.example.net.", "x 60 TXT x", "y 60 TXT y"));
        assertThat(replay.conflicts())
                .containsExactly(
                        new Conflict(
                                updates.edits().getFirst(),
                                WWW,
                                "cannot remove 'www.example.com. 60 IN CNAME a.example.net.' and add"
                                        + " 'www.example.com. 60 IN CNAME b.example.net.': there is"
                                        + " 'www.example.com. 60 IN CNAME c.example.net.' now"));
    }

    @Test
    void anAliasThatTheyHaveTakenAwayStaysAway() {
        var updates =
                new Updates(zone(17, "www 60 CNAME a.example.net."))
                        .make("www 60 CNAME b.example.net.");
        var replay = replay(zone(18), updates);
        assertThat(replay.zone()).isEqualTo(zone(18));
        assertThat(reasons(replay)).hasSize(1).first().asString().endsWith("any more");
    }

    @Test
    void anAliasThatBothHaveChangedAlikeIsNoConflict() {
        var updates =
                new Updates(zone(17, "www 60 CNAME a.example.net."))
                        .make("www 60 CNAME b.example.net.")
                        .make("www 60 CNAME c.example.net.")
                        .make("www 60 CNAME d.example.net.");
        for (var there : List.of("a", "b", "c", "d")) {
            var merged = merged(zone(25, "www 60 CNAME " + there + ".example.net."), updates);
            assertThat(merged.recordSet(WWW, RecordType.CNAME).orElseThrow().data().getFirst())
                    .hasToString("CNAME d.example.net.");
        }
    }

    @Test
    void whatWouldBeUnsoundIsLeftOutAtJustTheNameAtFault() {
        var updates =
                new Updates(zone(17, "x 60 TXT x"))
                        .make("x 60 TXT x", "www 60 A 192.0.2.1", "a 60 TXT a", "z 60 TXT z")
                        .make("x 60 TXT x", "www 60 A 192.0.2.1", "b 60 TXT b");
        var replay = replay(zone(18, "x 60 TXT x", "www 60 CNAME x"), updates);
        assertThat(replay.zone()).isEqualTo(zone(20, "x 60 TXT x", "www 60 CNAME x", "b 60 TXT b"));
        assertThat(replay.conflicts()).extracting(Conflict::owner).containsExactly(WWW);
        assertThat(reasons(replay))
                .containsExactly(
                        "cannot add 'www.example.com. 60 IN A 192.0.2.1': then 'www.example.com' has a"
                                + " CNAME record and also A");
    }

    @Test
    void atANameAtFaultEditAfterEditIsTried() {
        var updates =
                new Updates(zone(17))
                        .make("www 60 CNAME a.example.net.")
                        .make("www 60 A 192.0.2.1")
                        .make("www 60 A 192.0.2.1", "www 60 TXT more");
        var replay = replay(zone(17, "www 60 TXT theirs"), updates);
        assertThat(replay.conflicts()).isEmpty();
        assertThat(replay.zone())
                .isEqualTo(zone(20, "www 60 A 192.0.2.1", "www 60 TXT more", "www 60 TXT theirs"));

        var aliased = new Updates(zone(17)).make("www 60 A 192.0.2.1").make("www 60 CNAME a.x.");
        var clash = replay(zone(17, "www 60 TXT theirs"), aliased);
        assertThat(clash.zone()).isEqualTo(zone(20, "www 60 A 192.0.2.1", "www 60 TXT theirs"));
        assertThat(clash.conflicts())
                .extracting(conflict -> conflict.edit().number())
                .containsExactly(2L);
    }

    @Test
    void whatNeedsAnotherNameIsTriedAgain() {
        var updates =
                new Updates(zone(17, "m 60 A 192.0.2.1", "@ 60 MX 10 m"))
                        .make("n 60 A 192.0.2.1", "@ 60 MX 10 n", "www 60 A 192.0.2.3");
        var replay =
                replay(zone(18, "m 60 A 192.0.2.1", "@ 60 MX 10 m", "www 60 CNAME m"), updates);
        assertThat(replay.conflicts()).extracting(Conflict::owner).containsExactly(WWW);
        assertThat(replay.zone())
                .isEqualTo(zone(19, "n 60 A 192.0.2.1", "@ 60 MX 10 n", "www 60 CNAME m"));
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenAnotherNameIsReady() {
        var updates =
                new Updates(zone(17))
                        .make("b 60 MX 10 m", "m 60 A 192.0.2.2")
                        .make("b 60 MX 10 m", "m 60 A 192.0.2.2", "m 60 NS ns.example.net.");
        var replay = replay(zone(18, "m 60 DNAME example.net."), updates);
        assertThat(replay.conflicts()).extracting(c -> c.edit().number()).containsExactly(2L);
        assertThat(replay.zone())
                .isEqualTo(zone(20, "b 60 MX 10 m", "m 60 A 192.0.2.2", "m 60 DNAME example.net."));
    }

    @Test
    void anAddressThatTheyHaveComeToNeedStays() {
        var updates = new Updates(zone(17, "m 60 A 192.0.2.1")).make("x 60 TXT x");
        var replay = replay(zone(18, "m 60 A 192.0.2.1", "@ 60 MX 10 m"), updates);
        assertThat(reasons(replay))
                .containsExactly(
                        "cannot remove 'm.example.com. 60 IN A 192.0.2.1': then mail exchanger"
                                + " 'm.example.com' has no A or AAAA record in this zone");
        assertThat(replay.zone())
                .isEqualTo(zone(19, "m 60 A 192.0.2.1", "@ 60 MX 10 m", "x 60 TXT x"));
    }

    @Test
    void faultsThatWereThereBeforeAreNotBlamedOnTheEdits() {
        var updates = new Updates(zone(17)).make("x 60 TXT x");
        assertThat(merged(zone(18, "@ 60 MX 10 nowhere"), updates))
                .isEqualTo(zone(19, "@ 60 MX 10 nowhere", "x 60 TXT x"));
    }

    @Test
    void fieldsOfTheStartOfAuthorityAreMergedOneByOne() {
        var base = zone(17);
        var updates =
                new Updates(base)
                        .make(z -> withStart(z, "ns.example.net. admin.example.com. 1 20 3 4 50"));
        var theirs = withStart(base, "ns.example.net. boss.example.com. 18 2 3 4 51");
        var replay = replay(theirs, updates);
        assertThat(replay.zone().soa().orElseThrow())
                .isEqualTo(
                        new Soa(
                                DomainName.of("ns.example.net"),
                                DomainName.of("boss.example.com"),
                                new Serial(19),
                                20,
                                3,
                                4,
                                51));
        assertThat(reasons(replay))
                .containsExactly("cannot make the minimum of the SOA record '50': it is '51' now");
    }

    @ParameterizedTest
    @CsvSource({
        "17, 20", // nothing else moved
        "18, 21",
        "19, 21",
        "20, 21",
        "25, 26",
        "4294967290, 21",
        "2147483668, 19", // exactly 2^31 from the last: in neither order, and theirs counts
        "4294967295, 21"
    })
    void theSerialIsNewerThanAnySeen(long theirs, long result) {
        var updates = new Updates(zone(17)).make("a TXT a").make("b TXT b").make("c TXT c");
        String their = theirs == 17 ? "" : "d TXT d";
        assertThat(merged(zone(theirs, their), updates)).isEqualTo(zone(result, "c TXT c", their));
    }

    @Test
    void serialsMayWrap() {
        var base = zone(4_294_967_294L);
        var updates = new Updates(base).make("a TXT a").make("b TXT b");
        assertThat(merged(base, updates)).isEqualTo(zone(1, "b TXT b"));
        assertThat(merged(zone(3, "c TXT c"), updates)).isEqualTo(zone(4, "b TXT b", "c TXT c"));
    }

    @Test
    void serialsMayBeSetBackInTwoSteps() {
        var updates =
                new Updates(zone(17))
                        .make(z -> z, new Serial(17L + Integer.MAX_VALUE))
                        .make(z -> z, new Serial(5));
        assertThat(merged(zone(17), updates)).isEqualTo(zone(5));
        assertThat(merged(zone(5), updates)).isEqualTo(zone(5));
    }

    @Test
    void aSerialAloneIsAnEditToo() {
        var updates = new Updates(zone(17)).make(z -> z, new Serial(100));
        assertThat(updates.edits().getFirst().sets()).isEmpty();
        assertThat(merged(zone(17), updates)).isEqualTo(zone(100));
        assertThat(merged(zone(50), updates)).isEqualTo(zone(101));
        assertThat(merged(zone(101), updates)).isEqualTo(zone(101));
    }

    @Test
    void whatComesAndGoesLeavesASerial() {
        var updates = new Updates(zone(17)).make("a TXT a").make();
        assertThat(merged(zone(17), updates)).isEqualTo(zone(19));
        assertThat(merged(zone(19), updates)).isEqualTo(zone(19));
        assertThat(merged(zone(25), updates)).isEqualTo(zone(25));
    }

    @Test
    void goesOnFromWhereItWasMergedLast() {
        var updates = new Updates(zone(17)).make("a TXT a").make("a TXT a", "b TXT b");
        var theirs = zone(25, "c TXT c");
        var first = merged(theirs, updates);
        var later =
                new Updates(first).make(z -> z.without(WWW.parent().child("a"), RecordType.TXT));
        var all = new ArrayList<>(updates.edits());
        all.addAll(later.edits());
        assertThat(Replay.of(theirs, all).zone()).isEqualTo(later.served());
    }

    @Test
    void tellsWhichSetsAnEditIsAbout() {
        var updates =
                new Updates(zone(17, "www 60 A 192.0.2.1"))
                        .make("www 90 A 192.0.2.1", "b 60 TXT b")
                        .make(z -> withStart(z, "ns.example.net. boss.example.com. 1 2 3 4 5"));
        assertThat(updates.edits().getFirst().sets())
                .containsExactlyInAnyOrder(
                        new SetName(WWW, RecordType.A),
                        new SetName(DomainName.of("b.example.com"), RecordType.TXT));
        assertThat(updates.edits().getLast().sets())
                .contains(new SetName(Updates.ORIGIN, RecordType.SOA));
    }

    @Test
    void manyRecordsAreToldInPart() {
        var lines =
                IntStream.range(0, 300)
                        .mapToObj(i -> "www 60 TXT " + i + "x".repeat(200))
                        .toArray(String[]::new);
        var updates = new Updates(zone(17)).make(lines);
        var replay = replay(zone(18, "www 60 CNAME a.example.net."), updates);
        assertThat(reasons(replay)).hasSize(1);
        assertThat(reasons(replay).getFirst()).contains("…' and 297 more:").hasSizeLessThan(600);
    }
}
