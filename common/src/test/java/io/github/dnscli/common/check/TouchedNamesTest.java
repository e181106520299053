package io.github.dnscli.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Records;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TouchedNamesTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final List<String> LABELS = List.of("a", "b", "c", "*", "ns");
    private static final List<String> TYPES =
            List.of("A", "A", "A", "MX", "NS", "NS", "CNAME", "DNAME", "DS", "TXT", "SOA");

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    /// What the Javadoc of [TouchedNames] promises, on zones with all sorts of faults.
    @ParameterizedTest
    @MethodSource("seeds")
    void areWhereAllNewErrorsStand(int seed) {
        var random = new Random(seed);
        var before = zone(random);
        for (int change = 0; change < 20; change++) {
            var changed = new HashSet<DomainName>();
            var after = changed(before, changed, random);
            var touched = touched(after, changed);

            var fresh = errors(after, Scope.WHOLE);
            fresh.removeAll(errors(before, Scope.WHOLE));
            fresh.removeIf(error -> isOfMailElsewhere(error, touched));
            assertThat(errors(after, new Scope.Touched(touched)))
                    .as("seed %d, change %d of %s", seed, change, changed)
                    .containsAll(fresh);
            before = after;
        }
    }

    private static boolean isOfMailElsewhere(Fault error, Set<DomainName> touched) {
        return error.id().equals(StructureChecks.MISSING_ADDRESS.id())
                && !touched.contains(error.owner());
    }

    private record Fault(String id, DomainName owner, String record) {}

    private static Set<Fault> errors(Zone zone, Scope scope) {
        var places = new ByOwner();
        return ZoneChecks.judge(zone, scope, Circumstances.at(Instant.EPOCH), places).stream()
                .filter(Finding::forbidsServing)
                .map(TouchedNamesTest::fault)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Fault fault(Finding finding) {
        String[] place = finding.place().source().split(" ", 2);
        return new Fault(finding.check().id(), DomainName.of(place[0]), place[1]);
    }

    /// Places that tell the record.
    private static final class ByOwner implements RecordPlaces {

        @Override
        public Place of(ResourceRecord record) {
            return Place.wholeOf(record.owner() + " " + record.data());
        }

        @Override
        public Place ofOwner(ResourceRecord record) {
            return Place.wholeOf(record.owner() + " ");
        }

        @Override
        public Place whole() {
            return Place.wholeOf(ORIGIN + " ");
        }
    }

    private static Zone zone(Random random) {
        var zone =
                Records.zone(
                        "example.com",
                        """
                        example.com 60 SOA ns.example.com. admin.example.com. 1 7200 900 1209600 300
                        example.com 60 NS ns.example.com.
                        ns.example.com 60 A 192.0.2.1
                        """);
        for (int i = random.nextInt(30); i > 0; i--) {
            zone = zone.with(set(name(random), random));
        }
        return zone;
    }

    private static Zone changed(Zone zone, Set<DomainName> changed, Random random) {
        var after = zone;
        for (int i = random.nextInt(3); i >= 0; i--) {
            var set = anyRemovable(after, random);
            if (random.nextBoolean() && set.isPresent()) {
                changed.add(set.get().owner());
                after = after.without(set.get().owner(), set.get().type());
            } else {
                var name = name(random);
                changed.add(name);
                after = after.with(set(name, random));
            }
        }
        return after;
    }

    /// Any set but a DNAME at the apex: what reappears below that is not promised.
    private static Optional<RecordSet> anyRemovable(Zone zone, Random random) {
        var sets = zone.recordSets().collect(Collectors.toCollection(ArrayList::new));
        sets.removeIf(set -> set.owner().equals(ORIGIN) && set.type().equals(RecordType.DNAME));
        return sets.isEmpty()
                ? Optional.empty()
                : Optional.of(sets.get(random.nextInt(sets.size())));
    }

    private static DomainName name(Random random) {
        var name = ORIGIN;
        for (int depth = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4); depth > 0; depth--) {
            name = name.child(LABELS.get(random.nextInt(LABELS.size())));
        }
        return name;
    }

    private static RecordSet set(DomainName owner, Random random) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        var target = random.nextInt(3) == 0 ? owner.child("a") : name(random);
        String data =
                switch (type) {
                    case "A" -> "192.0.2.1";
                    case "MX" -> "0 " + target;
                    case "DS" -> "1 13 2 " + "0".repeat(64);
                    case "TXT" -> "x";
                    case "SOA" -> "ns.example.com. admin.example.com. 1 7200 900 1209600 300";
                    default -> target.toString();
                };
        var recordType = RecordType.parse(type).orElseThrow();
        return new RecordSet(
                owner, recordType, new Ttl(60), List.of(RecordData.of(recordType, data)));
    }

    private static Set<DomainName> touched(Zone zone, Set<DomainName> changed) {
        return TouchedNames.of(zone, changed);
    }

    @Test
    void areTheChangedOnesTheApexTheCutAndThoseBelow() {
        var zone =
                Records.zone(
                        "example.com",
                        """
                        example.com 60 NS ns.example.com.
                        ns.example.com 60 A 192.0.2.1
                        other.example.com 60 A 192.0.2.1
                        sub.example.com 60 NS ns.sub.example.com.
                        a.ns.sub.example.com 60 A 192.0.2.1
                        """);
        assertThat(touched(zone, Set.of(DomainName.of("ns.sub.example.com"))))
                .extracting(DomainName::display)
                .containsExactlyInAnyOrder(
                        "example.com",
                        "sub.example.com",
                        "ns.sub.example.com",
                        "a.ns.sub.example.com");
    }

    @Test
    void areNoMoreBelowAChangedOneThanTheLimit() {
        var records = new ArrayList<ResourceRecord>();
        for (int i = 0; i < 3 * TouchedNames.MOST_BELOW; i++) {
            records.add(
                    ResourceRecord.of("n" + i + ".d.example.com", 60, RecordType.A, "192.0.2.1"));
        }
        var zone = Zone.of(ORIGIN, records);
        assertThat(touched(zone, Set.of(DomainName.of("d.example.com"))))
                .hasSize(TouchedNames.MOST_BELOW + 2);
        assertThat(touched(zone, Set.of(ORIGIN))).containsExactly(ORIGIN);
    }
}
