package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.TypeBits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An immutable zone of class IN: an origin, and record sets at and below it in canonical order.
///
/// ```java
/// var zone = Zone.of(DomainName.of("example.com"), records);
/// switch (zone.lookup(DomainName.of("www.example.com"), RecordType.A)) { … }
/// ```
public final class Zone {

    private static final int NS = TypeBits.of(RecordType.NS.value());

    private final DomainName origin;
    private final ZoneNames names;

    private Zone(DomainName origin, ZoneNames names) {
        this.origin = origin;
        this.names = names;
    }

    /// {@return a zone without records}
    public static Zone empty(DomainName origin) {
        return of(origin, List.of());
    }

    /// {@return the zone made of records}
    ///
    /// Records outside the zone are left out, repetitions count once, and a set takes the TTL of its first record
    /// (RFC 2181 §5.2 forbids different ones).
    public static Zone of(DomainName origin, Collection<ResourceRecord> records) {
        var columns = new RecordColumns();
        // Names below it are spelled as it is.
        columns.intern(origin.wire());
        for (var record : records) {
            int owner = columns.intern(record.owner().wire());
            columns.add(owner, record.ttl().seconds(), record.data());
        }
        return of(origin, columns);
    }

    /// {@return the zone made of records, which are not copied and must not be added to any more}
    public static Zone of(DomainName origin, RecordColumns records) {
        return new Zone(origin, new FlatNames(records, origin));
    }

    /// {@return the name of the zone}
    public DomainName origin() {
        return origin;
    }

    /// {@return the start of authority, if the zone has one; the first in canonical order if it has several}
    public Optional<Soa> soa() {
        return recordSet(origin, RecordType.SOA).map(set -> Soa.of(set.data().getFirst()));
    }

    /// {@return the serial number of the start of authority, if the zone has one}
    public Optional<Serial> serial() {
        return soa().map(Soa::serial);
    }

    /// {@return whether the name is in the zone and has records, or a name below it has (RFC 4592 §2.2.2)}
    public boolean exists(DomainName name) {
        return names.exists(name);
    }

    /// {@return the set of one type right at a name; wildcards and cuts do not matter here}
    public Optional<RecordSet> recordSet(DomainName name, RecordType type) {
        return names.set(name, type);
    }

    /// {@return the types right at a name, as [io.github.dnscli.common.record.TypeBits], which is the cheapest look-up}
    public int types(DomainName name) {
        return names.types(name);
    }

    /// {@return all sets right at a name, in order of their types}
    public List<RecordSet> recordSetsAt(DomainName name) {
        return names.find(name).map(ZoneNode::sets).orElse(List.of());
    }

    /// {@return all sets, names in canonical order}
    public Stream<RecordSet> recordSets() {
        return StreamSupport.stream(names.spliterator(), false)
                .flatMap(node -> node.sets().stream());
    }

    /// {@return all records, names in canonical order}
    public Stream<ResourceRecord> records() {
        return recordSets().flatMap(set -> set.records().stream());
    }

    /// {@return the names that have records, in no particular order}
    public Iterable<ZoneName> names() {
        return names(0, 1);
    }

    /// {@return one of several parts of the names that have records; the parts together have each name once}
    ///
    /// @param part its number, from 0
    /// @param parts how many parts there are
    public Iterable<ZoneName> names(int part, int parts) {
        return names.part(part, parts);
    }

    /// {@return the first names with records that are below a name, in canonical order}
    ///
    /// @param most how many are wanted at the most
    public List<DomainName> namesBelow(DomainName top, int most) {
        var below = new ArrayList<DomainName>();
        if (names.population(top) <= (names.types(top) == 0 ? 0 : 1)) {
            return below;
        }
        var nodes = names.from(top);
        while (nodes.hasNext() && below.size() < most) {
            var name = nodes.next().name();
            if (!name.isAtOrBelow(top)) {
                break;
            }
            if (!name.equals(top)) {
                below.add(name);
            }
        }
        return below;
    }

    /// {@return how many names have records}
    public int nameCount() {
        return names.population(origin);
    }

    /// {@return a name at or below the origin, whether it has records or not}
    public ZoneName name(DomainName name) {
        var node = names.find(name).orElseGet(() -> new ZoneNode(name, List.of()));
        return new PlainName(names, origin, node);
    }

    /// {@return what the zone knows about a name at or below its origin}
    ///
    /// @param type the type, or ANY for every type
    public Lookup lookup(DomainName name, RecordType type) {
        return new ZoneSearch(origin, names, name, type).run();
    }

    /// {@return the topmost cut at or above a name, if there is one: a name below the apex with NS records}
    public Optional<DomainName> cut(DomainName name) {
        var lowest = name.suffix(names.descend(name, NS));
        boolean isCut = lowest.isBelow(origin) && (names.types(lowest) & NS) != 0;
        return isCut ? Optional.of(lowest) : Optional.empty();
    }

    ZoneNames search() {
        return names;
    }

    /// {@return a zone in which this set stands instead of the one of its name and type}
    ///
    /// @throws IllegalArgumentException if the owner is outside the zone
    public Zone with(RecordSet set) {
        if (!set.owner().isAtOrBelow(origin)) {
            throw new IllegalArgumentException(set.owner() + " is outside the zone " + origin);
        }
        var node = names.find(set.owner()).orElseGet(() -> new ZoneNode(set.owner(), List.of()));
        return new Zone(origin, names.with(node.with(set)));
    }

    /// {@return a zone without the set of a name and type}
    public Zone without(DomainName name, RecordType type) {
        return names.find(name)
                .filter(node -> node.set(type).isPresent())
                .map(node -> new Zone(origin, names.with(node.without(type))))
                .orElse(this);
    }

    /// {@return a zone with another serial}
    ///
    /// @throws IllegalStateException if it has no SOA record
    public Zone withSerial(Serial serial) {
        var set =
                recordSet(origin, RecordType.SOA)
                        .orElseThrow(() -> new IllegalStateException("no SOA in " + origin));
        var soa = Soa.of(set.data().getFirst()).withSerial(serial);
        return with(new RecordSet(set.owner(), set.type(), set.ttl(), List.of(soa.data())));
    }

    /// {@return whether two zones have the same origin and records, TTLs included}
    @Override
    public boolean equals(Object object) {
        return object instanceof Zone other
                && origin.equals(other.origin)
                && ZoneDiff.between(this, other).isEmpty();
    }

    @Override
    public int hashCode() {
        return origin.hashCode();
    }

    /// {@return name and serial}
    @Override
    public String toString() {
        return "zone "
                + origin
                + serial().map(serial -> " serial " + serial).orElse(" without SOA");
    }

    // Not by Comparator.comparing: what it returns is linked anew in each run, a tenth of the time
    // of a small zone.
    static final Comparator<RecordSet> ORDER =
            (a, b) -> {
                int byOwner = a.owner().compareTo(b.owner());
                return byOwner != 0 ? byOwner : a.type().compareTo(b.type());
            };
}
