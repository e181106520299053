package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.record.TypeBits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The names of a zone as it was read, in flat columns: nothing is copied to assemble it, and what is asked for is made
/// when somebody asks. It never changes.
final class FlatNames implements ZoneNames {

    private static final int NS = TypeBits.of(RecordType.NS.value());
    private static final int DNAME = TypeBits.of(RecordType.DNAME.value());

    private final RecordColumns columns;
    private final NamePool pool;
    private final int origin;
    private volatile int[] order = {};

    FlatNames(RecordColumns columns, DomainName origin) {
        this.columns = columns;
        this.pool = columns.names();
        this.origin = columns.intern(origin.wire());
    }

    @Override
    public Optional<ZoneNode> find(DomainName name) {
        int number = columns.find(name);
        return number == RecordColumns.NONE || !isInZone(number) || !hasRecords(number)
                ? Optional.empty()
                : Optional.of(node(number));
    }

    @Override
    public boolean exists(DomainName name) {
        int number = columns.find(name);
        boolean isOnlyOrigin = number == origin && !hasRecords(number) && order().length == 0;
        return number != RecordColumns.NONE && isInZone(number) && !isOnlyOrigin;
    }

    @Override
    public Optional<RecordSet> set(DomainName name, RecordType type) {
        int number = columns.find(name);
        boolean mayHave =
                number != RecordColumns.NONE
                        && (columns.types(number) & TypeBits.of(type.value())) != 0
                        && isInZone(number);
        return mayHave ? set(number, type.value()) : Optional.empty();
    }

    private boolean hasRecords(int name) {
        return columns.first(name) != RecordColumns.NONE;
    }

    private boolean isInZone(int name) {
        return columns.isAtOrBelow(name, origin);
    }

    private ZoneNode node(int name) {
        return new ZoneNode(columns.name(name), sets(name));
    }

    private List<RecordSet> sets(int name) {
        int first = columns.first(name);
        var sets = new ArrayList<RecordSet>(3);
        long seen = 0;
        for (int i = first; i != RecordColumns.NONE; i = columns.next(i)) {
            int type = columns.type(i);
            if (columns.next(first) == RecordColumns.NONE) {
                return List.of(single(name, i));
            }
            // A bit for each of 64 types spares most look-ups of whether a type was seen already.
            boolean mayBeSeen = (seen & 1L << type) != 0;
            if (!mayBeSeen || sets.stream().noneMatch(set -> set.type().value() == type)) {
                seen |= 1L << type;
                set(name, type).ifPresent(sets::add);
            }
        }
        sets.sort((one, other) -> one.type().compareTo(other.type()));
        return sets;
    }

    private RecordSet single(int name, int record) {
        return new RecordSet(
                columns.name(name),
                RecordType.of(columns.type(record)),
                new Ttl(columns.ttl(record)),
                List.of(columns.data(record)));
    }

    private Optional<RecordSet> set(int name, int type) {
        int first = RecordColumns.NONE;
        var data = new ArrayList<RecordData>(2);
        for (int i = columns.first(name); i != RecordColumns.NONE; i = columns.next(i)) {
            if (columns.type(i) == type) {
                first = first == RecordColumns.NONE ? i : first;
                data.add(columns.data(i));
            }
        }
        return data.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RecordSet(
                                columns.name(name),
                                RecordType.of(type),
                                new Ttl(columns.ttl(first)),
                                data));
    }

    @Override
    public int types(DomainName name) {
        int number = columns.find(name);
        return number == RecordColumns.NONE || !isInZone(number) ? 0 : columns.types(number);
    }

    @Override
    public Iterator<ZoneNode> iterator() {
        return Arrays.stream(order()).mapToObj(this::node).iterator();
    }

    @Override
    public Iterable<ZoneName> asRead() {
        return () ->
                IntStream.range(0, columns.nameCount())
                        .filter(name -> hasRecords(name) && isInZone(name))
                        .<ZoneName>mapToObj(Name::new)
                        .iterator();
    }

    @Override
    public NameTree tree() {
        var nodes = new ArrayList<ZoneNode>(order().length);
        forEach(nodes::add);
        return NameTree.ofSorted(nodes);
    }

    /// {@return the names with records in canonical order}
    // Two threads may both find it; they find the same.
    private int[] order() {
        if (order.length == 0) {
            order = new CanonicalOrder(columns, origin).find();
        }
        return order;
    }

    /// A name, seen where it is.
    private final class Name implements ZoneName {

        private final int number;

        Name(int number) {
            this.number = number;
        }

        @Override
        public DomainName name() {
            return columns.name(number);
        }

        @Override
        public List<RecordSet> sets() {
            return FlatNames.this.sets(number);
        }

        @Override
        public int types() {
            return columns.types(number);
        }

        @Override
        public Optional<DomainName> cut() {
            int cut = RecordColumns.NONE;
            for (int at = number; at != origin; at = pool.parent(at)) {
                cut = (columns.types(at) & NS) == 0 ? cut : at;
            }
            return cut == RecordColumns.NONE ? Optional.empty() : Optional.of(columns.name(cut));
        }

        @Override
        public Optional<DomainName> subtreeAlias() {
            for (int at = number; at != origin; ) {
                at = pool.parent(at);
                if ((columns.types(at) & DNAME) != 0) {
                    return Optional.of(columns.name(at));
                }
            }
            return Optional.empty();
        }
    }
}
