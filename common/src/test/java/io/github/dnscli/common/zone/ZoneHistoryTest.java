package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneHistoryTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");

    /// A zone with one A record, named and timed as its words say, for each word: `name/ttl`.
    private static Zone zone(long serial, String... hosts) {
        var records = new ArrayList<ResourceRecord>();
        records.add(
                ResourceRecord.of(
                        "example.com", 60, RecordType.SOA, "ns admin " + serial + " 2 3 4 5"));
        for (String host : hosts) {
            String[] parts = host.split("/");
            records.add(
                    ResourceRecord.of(
                            parts[0] + ".example.com",
                            Integer.parseInt(parts[1]),
                            RecordType.A,
                            "192.0.2.1"));
        }
        return Zone.of(ORIGIN, records);
    }

    private static ZoneHistory history(int limit, Zone... versions) {
        var history = ZoneHistory.NONE;
        for (int i = 1; i < versions.length; i++) {
            history = history.and(step(versions[i - 1], versions[i]), limit);
        }
        return history;
    }

    private static ZoneHistory.Step step(Zone before, Zone after) {
        return ZoneHistory.Step.of(ZoneDiff.between(before, after)).orElseThrow();
    }

    private static List<String> words(List<ResourceRecord> records) {
        return records.stream().map(r -> r.owner().firstLabel() + "/" + r.ttl()).sorted().toList();
    }

    @Test
    void tellsWhatHasChangedSinceASerial() {
        var step =
                history(100, zone(1, "a/1", "b/1"), zone(2, "b/1", "c/1"))
                        .since(new Serial(1))
                        .orElseThrow();

        assertThat(step.fromSerial()).isEqualTo(new Serial(1));
        assertThat(step.toSerial()).isEqualTo(new Serial(2));
        assertThat(words(step.removed())).containsExactly("a/1");
        assertThat(words(step.added())).containsExactly("c/1");
        assertThat(step.size()).isEqualTo(4);
    }

    @Test
    void knowsNothingOfOtherSerials() {
        var history = history(100, zone(1), zone(2));

        assertThat(history.since(new Serial(0))).isEmpty();
        assertThat(history.since(new Serial(2))).isEmpty();
        assertThat(ZoneHistory.NONE.since(new Serial(1))).isEmpty();
    }

    @Test
    void countsAChangeOfTheTtl() {
        var step = step(zone(1, "a/1"), zone(2, "a/2"));

        assertThat(words(step.removed())).containsExactly("a/1");
        assertThat(words(step.added())).containsExactly("a/2");
    }

    @Test
    void tellsNothingOfWhatCameAndWent() {
        var history =
                history(
                        100,
                        zone(1, "a/1", "b/1"),
                        zone(2, "b/1", "c/1"),
                        zone(3, "a/1", "b/1", "d/1"),
                        zone(4, "a/9", "b/1", "d/1"));
        var whole = history.since(new Serial(1)).orElseThrow();

        assertThat(whole.toSerial()).isEqualTo(new Serial(4));
        assertThat(words(whole.removed())).containsExactly("a/1");
        assertThat(words(whole.added())).containsExactly("a/9", "d/1");
        assertThat(words(history.since(new Serial(3)).orElseThrow().added()))
                .containsExactly("a/9");
    }

    @Test
    void forgetsTheOldestStepsBeyondItsLimit() {
        var history = history(7, zone(1), zone(2, "a/1"), zone(3, "b/1"), zone(4, "c/1"));

        assertThat(history.since(new Serial(2))).isEmpty();
        assertThat(history.since(new Serial(3))).isPresent();
        assertThat(history(3, zone(1), zone(2, "a/1", "b/1")).size()).isZero();
    }

    @Test
    void aLongHistoryForgetsItsOlderHalf() {
        var history = ZoneHistory.NONE;
        for (int serial = 1; serial <= 1000; serial++) {
            history = history.and(step(zone(serial), zone(serial + 1)), 100);
            assertThat(history.size()).isBetween(2, 100);
            assertThat(history.since(new Serial(serial))).isPresent();
        }
        assertThat(history.since(new Serial(1000 - 24))).isPresent();
        assertThat(history.since(new Serial(1000 - 50))).isEmpty();
    }

    @Test
    void beginsAnewWhereAStepIsMissing() {
        var history = history(100, zone(1), zone(2)).and(step(zone(3), zone(4)), 100);

        assertThat(history.since(new Serial(1))).isEmpty();
        assertThat(history.since(new Serial(3))).isPresent();
    }

    @Test
    void aStepGoesForward() {
        assertThat(ZoneHistory.Step.of(ZoneDiff.between(zone(2), zone(1)))).isEmpty();
        assertThat(ZoneHistory.Step.of(ZoneDiff.between(zone(1), zone(1, "a/1")))).isEmpty();
        assertThat(ZoneHistory.Step.of(ZoneDiff.between(zone(4_294_967_295L), zone(1))))
                .isPresent();
    }
}
