package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeZoneTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final DomainName COUNTER = DomainName.of("counter.example.com");
    private static final int SIZE = 200_000;

    private static RecordSet set(String line) {
        return RecordSet.of(Records.record(line));
    }

    private static Zone zone(int size) {
        var columns = new RecordColumns();
        var address = Records.record("example.com 60 A 192.0.2.1").data();
        int origin = columns.intern(ORIGIN.wire());
        columns.add(
                origin, 60, Records.record("example.com 60 SOA a. b. 0 7200 900 9000 60").data());
        for (int i = 0; i < size; i++) {
            columns.add(columns.intern(ORIGIN.child("host" + i).wire()), 60, address);
        }
        return Zone.of(ORIGIN, columns);
    }

    /// To walk the zone each time would take minutes.
    @Test
    void theFirstChangeOfALargeZoneDoesNotWalkIt() {
        var zone = zone(SIZE);
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    for (int i = 0; i < 20_000; i++) {
                        var added = set("a.new" + i + ".example.com 60 A 192.0.2.1");
                        var changed = zone.with(added).withSerial(new Serial(1));
                        var host = ORIGIN.child("host" + i);
                        var after = changed.without(host, RecordType.A);
                        assertThat(after.namesBelow(host, 10)).isEmpty();
                        assertThat(after.exists(host)).isFalse();
                        assertThat(after).isNotEqualTo(zone);
                        assertThat(ZoneDiff.between(zone, after).changes()).hasSize(3);
                    }
                });
    }

    @Test
    void aChangeTouchesTheNamesOnItsWayOnly() {
        var zone = zone(1000);
        var changed = zone.with(set("x.host7.example.com 60 A 192.0.2.1")).search().changed();
        assertThat(changed.base()).isSameAs(zone.search());
        assertThat(changed.apex().size()).isEqualTo(3);
    }

    /// To compare all that has ever changed would take minutes too.
    @Test
    void theDifferenceOfTwoVersionsCostsWhatDiffers() {
        var zone = zone(SIZE);
        for (int i = 0; i < SIZE / 10; i++) {
            zone = zone.without(ORIGIN.child("host" + 7 * i), RecordType.A);
        }
        var before = zone;
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    for (int i = 0; i < 20_000; i++) {
                        var added = set("host" + 7 * i + ".example.com 60 A 192.0.2.1");
                        var after = before.with(added).withSerial(new Serial(1));
                        assertThat(ZoneDiff.between(before, after).changes()).hasSize(2);
                    }
                });
    }

    @Test
    void aLargeZoneIsNotMadeFlatByEachChange() {
        var zone = zone(SIZE);
        for (int i = 0; i < 20_000; i++) {
            zone = zone.withSerial(new Serial(i + 1L));
        }
        assertThat(zone.search().changed().apex().size()).isEqualTo(1);
    }

    /// A version numbered N has the names `n1` to `nN`, and `counter` says N.
    @Test
    void readersSeeOneVersionWhileOthersAreMade() throws InterruptedException, ExecutionException {
        var current = new AtomicReference<>(zone(500).with(set(COUNTER + " 60 TXT \"0\"")));
        int versions = 3_000;
        try (var threads = Executors.newFixedThreadPool(4)) {
            var readers =
                    IntStream.range(0, 3)
                            .<Future<?>>mapToObj(_ -> threads.submit(() -> read(current, versions)))
                            .toList();
            for (int i = 1; i <= versions; i++) {
                current.set(
                        current.get()
                                .with(set("n" + i + ".example.com 60 A 192.0.2.1"))
                                .with(set(COUNTER + " 60 TXT \"" + i + "\"")));
            }
            for (var reader : readers) {
                reader.get();
            }
        }
    }

    private static void read(AtomicReference<Zone> current, int last) {
        for (int seen = 0; seen < last; ) {
            var zone = current.get();
            seen = counter(zone);
            assertThat(zone.records().count()).isEqualTo(502L + seen);
            assertThat(zone.exists(ORIGIN.child("n" + seen))).isEqualTo(seen > 0);
            assertThat(zone.exists(ORIGIN.child("n" + (seen + 1)))).isFalse();
            assertThat(counter(zone)).isEqualTo(seen);
        }
    }

    private static int counter(Zone zone) {
        var text = zone.recordSet(COUNTER, RecordType.TXT).orElseThrow().data().getFirst().text();
        return Integer.parseInt(text.replace("\"", ""));
    }
}
