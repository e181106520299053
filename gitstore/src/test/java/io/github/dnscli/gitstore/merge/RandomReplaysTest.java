package io.github.dnscli.gitstore.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Operators and clients change a zone at random; what the two come to is what a model says.
class RandomReplaysTest {

    private static final Set<RecordType> SINGLE =
            Set.of(RecordType.SOA, RecordType.CNAME, RecordType.DNAME);

    private record DataOf(DomainName owner, RecordData data) {
        static DataOf of(ResourceRecord record) {
            return new DataOf(record.owner(), record.data());
        }
    }

    @Test
    void randomStoriesEndAsTheyShould() {
        tell(0, 250);
    }

    @Test
    @Tag("slow")
    void manyRandomStoriesEndAsTheyShould() {
        tell(1000, 20_000);
    }

    private static void tell(long first, int stories) {
        for (long seed = first; seed < first + stories; seed++) {
            tell(new Random(seed), "seed " + seed);
        }
    }

    private static void tell(Random random, String seed) {
        var change = new RandomChange(random);
        var base = change.of(Updates.zone(serial(random)), 12);
        var updates = new Updates(base);
        for (int i = random.nextInt(6); i >= 0; i--) {
            updates.make(zone -> change.of(zone, 3));
        }
        assertThat(Replay.of(base, updates.edits()))
                .as(seed)
                .isEqualTo(new Replay(updates.served(), List.of()));
        judge(theirs(base, random, change), updates, seed);
    }

    private static long serial(Random random) {
        return random.nextInt(4) == 0 ? 4_294_967_293L : 17;
    }

    private static Zone theirs(Zone base, Random random, RandomChange change) {
        var serial = base.serial().orElseThrow();
        for (int i = random.nextInt(8); i > 0; i--) {
            serial = serial.next();
        }
        return change.of(base, 6).withSerial(serial);
    }

    private static void judge(Zone theirs, Updates updates, String seed) {
        var replay = Replay.of(theirs, updates.edits());
        var zone = replay.zone();
        assertThat(ZoneChecks.faults(zone, Scope.WHOLE)).as(seed).isEmpty();
        assertThat(Replay.of(zone, updates.edits()).zone()).as(seed).isEqualTo(zone);
        if (replay.conflicts().isEmpty()) {
            assertThat(Replay.of(zone, updates.edits()).conflicts()).as(seed).isEmpty();
        }
        judgeSerial(theirs, replay, updates, seed);
        assertThat(records(zone, replay)).as(seed).isEqualTo(model(theirs, replay, updates));
    }

    private static void judgeSerial(Zone theirs, Replay replay, Updates updates, String seed) {
        Serial before = theirs.serial().orElseThrow();
        Serial after = replay.zone().serial().orElseThrow();
        if (replay.zone().equals(theirs)) {
            return;
        }
        assertThat(after.isNewerThan(before)).as(seed).isTrue();
        updates.edits()
                .forEach(edit -> assertThat(edit.after().isNewerThan(after)).as(seed).isFalse());
    }

    /// At names without conflicts: what their zone has, with the last that was done to each record done.
    private static Set<DataOf> model(Zone theirs, Replay replay, Updates updates) {
        var last = new HashMap<DataOf, Boolean>();
        for (var edit : updates.edits()) {
            edit.removed().forEach(record -> last.put(DataOf.of(record), false));
            edit.added().forEach(record -> last.put(DataOf.of(record), true));
        }
        addChangedTtls(updates, theirs, last);
        var records = records(theirs, replay);
        last.forEach((data, isThere) -> set(records, data, isThere));
        return records.stream()
                .filter(data -> isJudged(data, replay))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// A record that only gets another TTL is there only if they have left it.
    private static void addChangedTtls(Updates updates, Zone theirs, Map<DataOf, Boolean> last) {
        var touched = new HashSet<DataOf>();
        for (var edit : updates.edits()) {
            var removed = edit.removed().stream().map(DataOf::of).collect(Collectors.toSet());
            var added = edit.added().stream().map(DataOf::of).collect(Collectors.toSet());
            for (var data : added) {
                if (!removed.contains(data)) {
                    touched.add(data);
                }
            }
            removed.stream().filter(data -> !added.contains(data)).forEach(touched::add);
        }
        var there = theirs.records().map(DataOf::of).collect(Collectors.toSet());
        last.replaceAll((data, is) -> touched.contains(data) ? is : there.contains(data));
    }

    private static void set(Set<DataOf> records, DataOf data, boolean isThere) {
        if (isThere) {
            records.add(data);
        } else {
            records.remove(data);
        }
    }

    private static Set<DataOf> records(Zone zone, Replay replay) {
        return zone.recordSets()
                .map(RecordSet::records)
                .flatMap(records -> records.stream())
                .map(DataOf::of)
                .filter(data -> isJudged(data, replay))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isJudged(DataOf data, Replay replay) {
        return !SINGLE.contains(data.data().type())
                && replay.conflicts().stream()
                        .noneMatch(conflict -> conflict.owner().equals(data.owner()));
    }
}
