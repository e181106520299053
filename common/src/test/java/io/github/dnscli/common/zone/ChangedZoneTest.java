package io.github.dnscli.common.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Zones that change and change again, beside a model of them.
class ChangedZoneTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final List<String> LABELS = List.of("a", "B", "b", "c", "d", "*", "_x", "a-b");
    private static final List<String> DATA =
            List.of(
                    "A 192.0.2.%d",
                    "A 192.0.2.%d",
                    "TXT \"%d\"",
                    "MX %d mail.example.net.",
                    "NS ns%d.example.net.",
                    "DS %d 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF",
                    "CNAME host%d.example.net.",
                    "DNAME tree%d.example.net.");

    /// A version of a zone, and what must be in it.
    private record Version(Zone zone, ModelZone model) {}

    private static DomainName name(Random random) {
        var name = ORIGIN;
        for (int depth = random.nextInt(5); depth > 0; depth--) {
            name = name.child(LABELS.get(random.nextInt(LABELS.size())));
        }
        return name;
    }

    private static RecordSet set(Random random, DomainName owner) {
        String data = DATA.get(random.nextInt(DATA.size())).formatted(random.nextInt(3));
        return RecordSet.of(Records.record(owner + " " + (60 + random.nextInt(2)) + " " + data));
    }

    private static RecordType type(Random random) {
        String data = DATA.get(random.nextInt(DATA.size()));
        return RecordType.parse(data.substring(0, data.indexOf(' '))).orElseThrow();
    }

    private static Version start(Random random, int size) {
        var model = new ModelZone(ORIGIN);
        for (int i = 0; i < size; i++) {
            model.put(set(random, name(random)));
        }
        var records = model.sets().stream().flatMap(set -> set.records().stream()).toList();
        return new Version(Zone.of(ORIGIN, records), model);
    }

    /// Takes away more than it adds when `ebb` is high.
    private static Version change(Random random, Version before, int ebb) {
        var model = before.model.copy();
        if (random.nextInt(10) >= ebb) {
            var set = set(random, name(random));
            model.put(set);
            return new Version(before.zone.with(set), model);
        }
        var sets = model.sets();
        boolean isThere = !sets.isEmpty() && random.nextInt(4) > 0;
        var victim = isThere ? sets.get(random.nextInt(sets.size())) : set(random, name(random));
        model.remove(victim.owner(), victim.type());
        return new Version(before.zone.without(victim.owner(), victim.type()), model);
    }

    private static void check(Random random, Version version) {
        var zone = version.zone;
        var model = version.model;
        var name = name(random);
        var type = random.nextInt(5) == 0 ? RecordType.ANY : type(random);
        assertThat(zone.lookup(name, type)).isEqualTo(model.lookup(name, type));
        assertThat(zone.exists(name)).as("%s exists", name).isEqualTo(model.exists(name));
        assertThat(zone.recordSetsAt(name)).containsExactlyElementsOf(model.setsAt(name).values());
        assertThat(zone.types(name) == 0).isEqualTo(model.setsAt(name).isEmpty());
        assertThat(zone.cut(name)).isEqualTo(model.cut(name));
        assertThat(zone.nameCount())
                .isEqualTo((int) model.sets().stream().map(RecordSet::owner).distinct().count());
        assertThat(zone.namesBelow(name, 1000)).isEqualTo(model.namesBelow(name));
        assertThat(zone.search().from(name))
                .toIterable()
                .extracting(ZoneNode::name)
                .isEqualTo(model.from(name));
        assertThat(Preceding.before(zone, name)).isEqualTo(model.before(name));
        assertThat(Preceding.last(zone)).isEqualTo(model.last());
    }

    private static void checkAll(Version version) {
        assertThat(version.zone.recordSets()).containsExactlyElementsOf(version.model.sets());
        var fromParts = new ArrayList<RecordSet>();
        for (int part = 0; part < 3; part++) {
            for (var name : version.zone.names(part, 3)) {
                fromParts.addAll(name.sets());
                assertThat(name.cut()).isEqualTo(version.model.cut(name.name()));
            }
        }
        assertThat(fromParts).containsExactlyInAnyOrderElementsOf(version.model.sets());
    }

    private static void checkDifference(Version older, Version newer) {
        var expected = ModelZone.differences(older.model, newer.model);
        assertThat(ZoneDiff.between(older.zone, newer.zone).changes()).isEqualTo(expected);
        assertThat(older.zone.equals(newer.zone)).isEqualTo(expected.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eachVersionIsWhatItWasMadeAndStaysSo(long seed) {
        var random = new Random(seed);
        var versions = new ArrayList<Version>();
        versions.add(start(random, random.nextInt(40)));
        for (int step = 0; step < 400; step++) {
            int ebb = step / 100 % 2 == 0 ? 3 : 9;
            versions.add(change(random, versions.getLast(), ebb));
            check(random, versions.getLast());
        }
        for (var version : versions) {
            checkAll(version);
            check(random, version);
        }
        for (int i = 0; i < 200; i++) {
            var older = versions.get(random.nextInt(versions.size()));
            var newer = versions.get(random.nextInt(versions.size()));
            checkDifference(older, newer);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void branchesOfOneZoneDifferByWhatEachOfThemChanged(long seed) {
        var random = new Random(seed);
        var trunk = start(random, 60);
        for (int i = 0; i < 100; i++) {
            var left = trunk;
            var right = trunk;
            for (int step = random.nextInt(6); step >= 0; step--) {
                left = change(random, left, 5);
                right = change(random, right, 5);
            }
            checkDifference(left, right);
            trunk = random.nextBoolean() ? left : right;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void isMadeFlatNowAndThenAndStaysTheSame(long seed) {
        var random = new Random(seed);
        var version = start(random, 100);
        var versions = new ArrayList<Version>();
        int flat = 0;
        for (int step = 0; step < 5000; step++) {
            var owner = ORIGIN.child("n" + random.nextInt(2500)).child("m");
            var set = set(random, random.nextInt(3) == 0 ? name(random) : owner);
            version.model.put(set);
            version = new Version(version.zone.with(set), version.model);
            flat += version.zone.search() instanceof FlatNames ? 1 : 0;
            if (step % 500 == 0) {
                versions.add(new Version(version.zone, version.model.copy()));
            }
        }
        assertThat(flat).isBetween(1, 5);
        checkAll(version);
        check(random, version);
        for (var older : versions) {
            checkAll(older);
            checkDifference(older, version);
            checkDifference(version, older);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void canLoseEverythingAndBeginAgain(long seed) {
        var random = new Random(seed);
        var version = start(random, 50);
        for (int round = 0; round < 3; round++) {
            for (var set : version.zone.recordSets().toList()) {
                version.model.remove(set.owner(), set.type());
                var rest = version.zone.without(set.owner(), set.type());
                version = new Version(rest, version.model);
                check(random, version);
            }
            assertThat(version.zone).isEqualTo(Zone.empty(ORIGIN));
            assertThat(version.zone.exists(ORIGIN)).isFalse();
            for (int i = 0; i < 50; i++) {
                version = change(random, version, 0);
                check(random, version);
            }
        }
    }

    @Test
    void aNameIsGoneWithTheLastBelowIt() {
        var zone = Records.zone("example.com", "a.b.c.example.com 60 A 192.0.2.1");
        var changed = zone.without(DomainName.of("a.b.c.example.com"), RecordType.A);
        for (String name : List.of("a.b.c.example.com", "b.c.example.com", "c.example.com")) {
            assertThat(zone.exists(DomainName.of(name))).as(name).isTrue();
            assertThat(changed.exists(DomainName.of(name))).as(name).isFalse();
        }
        assertThat(changed.lookup(DomainName.of("b.c.example.com"), RecordType.A))
                .isEqualTo(new Lookup.NoName(ORIGIN));
    }

    @Test
    void namesThatComeAndGoLeaveNoTrace() {
        var zone = Records.zone("example.com", "www.example.com 60 A 192.0.2.1");
        var changed = zone;
        for (int i = 0; i < 5000; i++) {
            var name = ORIGIN.child("_acme-challenge.h" + i);
            changed = changed.with(RecordSet.of(Records.record(name + " 60 TXT \"token\"")));
            changed = changed.without(name, RecordType.TXT);
        }
        assertThat(changed.search().changed().apex().size()).isEqualTo(1);
        assertThat(changed).isEqualTo(zone);
    }

    @Test
    void aNameThatWasOnlyMentionedDoesNotExist() {
        var columns = new RecordColumns();
        int origin = columns.intern(ORIGIN.wire());
        columns.intern(ORIGIN.child("only.mentioned").wire());
        columns.add(origin, 60, Records.record("example.com 60 A 192.0.2.1").data());
        var zone = Zone.of(ORIGIN, columns);
        assertThat(zone.exists(ORIGIN.child("mentioned"))).isFalse();
        assertThat(zone.lookup(ORIGIN.child("only.mentioned"), RecordType.A))
                .isEqualTo(new Lookup.NoName(ORIGIN));
    }
}
