package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.record.TypeBits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/// The names of a zone as it was read, in flat columns: nothing is copied to assemble it, and what is asked for is made
/// when somebody asks. It never changes.
final class FlatNames implements ZoneNames {

    private static final int NS = TypeBits.of(RecordType.NS.value());
    private static final int DNAME = TypeBits.of(RecordType.DNAME.value());

    private final RecordColumns columns;
    private final NamePool pool;
    private final int origin;
    private final int originLabels;
    private volatile int[] order = {};

    FlatNames(RecordColumns columns, DomainName origin) {
        this.columns = columns;
        this.pool = columns.names();
        this.origin = columns.intern(origin.wire());
        this.originLabels = origin.labelCount();
        columns.settle(this.origin);
    }

    /// {@return names as if they had been read}
    static FlatNames of(DomainName origin, Iterable<ZoneNode> nodes) {
        var columns = new RecordColumns();
        columns.intern(origin.wire());
        for (var node : nodes) {
            int owner = columns.intern(node.name().wire());
            for (var set : node.sets()) {
                set.data().forEach(data -> columns.add(owner, set.ttl().seconds(), data));
            }
        }
        return new FlatNames(columns, origin);
    }

    @Override
    public ZoneNames with(ZoneNode node) {
        return changed().with(node);
    }

    @Override
    public ChangedNames changed() {
        return new ChangedNames(this, subtree(columns.name(origin)));
    }

    /// {@return a name as it is in the tree of changes before anything has changed}
    ChangedSubtree subtree(DomainName name) {
        var node = find(name).orElseGet(() -> new ZoneNode(name, List.of()));
        return new ChangedSubtree(node, population(name), Siblings.NONE);
    }

    @Override
    public Optional<ZoneNode> find(DomainName name) {
        int number = columns.find(name);
        return number == RecordColumns.NONE || !isInZone(number) || !hasRecords(number)
                ? Optional.empty()
                : Optional.of(node(number));
    }

    @Override
    public int population(DomainName name) {
        int number = columns.find(name);
        return number == RecordColumns.NONE || !isInZone(number) ? 0 : columns.population(number);
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
        var owner = columns.name(name);
        return new ZoneNode(owner, sets(owner, name));
    }

    private List<RecordSet> sets(DomainName owner, int name) {
        int first = columns.first(name);
        if (first != RecordColumns.NONE && columns.next(first) == RecordColumns.NONE) {
            return List.of(single(owner, first));
        }
        var firsts = new TreeMap<Integer, Integer>();
        var data = new HashMap<Integer, List<RecordData>>();
        for (int i = first; i != RecordColumns.NONE; i = columns.next(i)) {
            firsts.putIfAbsent(columns.type(i), i);
            data.computeIfAbsent(columns.type(i), _ -> new ArrayList<>(2)).add(columns.data(i));
        }
        var sets = new ArrayList<RecordSet>(firsts.size());
        firsts.forEach(
                (type, record) ->
                        sets.add(
                                new RecordSet(
                                        owner,
                                        RecordType.of(type),
                                        new Ttl(columns.ttl(record)),
                                        data.getOrDefault(type, List.of()))));
        return sets;
    }

    private RecordSet single(DomainName owner, int record) {
        return new RecordSet(
                owner,
                RecordType.of(columns.type(record)),
                new Ttl(columns.ttl(record)),
                List.of(columns.data(record)));
    }

    private Optional<RecordSet> set(int name, int type) {
        return set(columns.name(name), name, type);
    }

    private Optional<RecordSet> set(DomainName owner, int name, int type) {
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
                                owner, RecordType.of(type), new Ttl(columns.ttl(first)), data));
    }

    @Override
    public int descend(DomainName name, int types) {
        return descend(name, types, originLabels);
    }

    /// {@return how far one comes from a name on the way, by its count of labels, whatever types it has}
    int descend(DomainName name, int types, int start) {
        int[] path = new int[name.labelCount() + 1];
        int found = pool.path(name, path);
        int labels = start;
        while (labels + 1 < found
                && columns.population(path[labels + 1]) > 0
                && (labels == start || (columns.types(path[labels]) & types) == 0)) {
            labels++;
        }
        return labels;
    }

    @Override
    public int types(DomainName name) {
        int number = columns.find(name);
        return number == RecordColumns.NONE || !isInZone(number) ? 0 : columns.types(number);
    }

    @Override
    public Iterator<ZoneNode> from(DomainName name) {
        return Arrays.stream(order(), place(name), orderedCount()).mapToObj(this::node).iterator();
    }

    @Override
    public Iterator<ZoneNode> iterator() {
        return Arrays.stream(order()).mapToObj(this::node).iterator();
    }

    @Override
    public Optional<DomainName> before(DomainName name) {
        return nameBefore(place(name));
    }

    @Override
    public Optional<DomainName> last() {
        return nameBefore(orderedCount());
    }

    private Optional<DomainName> nameBefore(int place) {
        return place == 0 ? Optional.empty() : Optional.of(columns.name(order()[place - 1]));
    }

    /// {@return the place in the order of the first name that is another or comes behind it}
    int place(DomainName name) {
        int low = 0;
        for (int high = orderedCount(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (columns.name(order()[middle]).compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// {@return what stands at a place in the order}
    ZoneNode nodeAt(int place) {
        return node(order()[place]);
    }

    /// {@return whether a name is the one at a place in the order}
    boolean isAt(DomainName name, int place) {
        return place < orderedCount() && order()[place] == columns.find(name);
    }

    /// {@return how many names the order has}
    int orderedCount() {
        return order().length;
    }

    /// {@return how many names there are: those with records, and those above them}
    int count() {
        return columns.nameCount();
    }

    @Override
    public Iterable<ZoneName> part(int part, int parts) {
        int from = (int) ((long) count() * part / parts);
        int to = (int) ((long) count() * (part + 1) / parts);
        return () ->
                new Iterator<>() {
                    private int at = following(from, to);

                    @Override
                    public boolean hasNext() {
                        return at < to;
                    }

                    @Override
                    public ZoneName next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        var name = new Name(at);
                        at = following(at + 1, to);
                        return name;
                    }
                };
    }

    /// {@return the first name of the zone with records from a number on, or the end}
    private int following(int from, int to) {
        int at = from;
        while (at < to && !(hasRecords(at) && isInZone(at))) {
            at++;
        }
        return at;
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
        private Optional<DomainName> name = Optional.empty();

        Name(int number) {
            this.number = number;
        }

        @Override
        public DomainName name() {
            if (name.isEmpty()) {
                name = Optional.of(columns.name(number));
            }
            return name.get();
        }

        @Override
        public List<RecordSet> sets() {
            return FlatNames.this.sets(name(), number);
        }

        @Override
        public Optional<RecordSet> set(RecordType type) {
            return (types() & TypeBits.of(type.value())) == 0
                    ? Optional.empty()
                    : FlatNames.this.set(name(), number, type.value());
        }

        @Override
        public int types() {
            return columns.types(number);
        }

        @Override
        public boolean mayBeHidden() {
            return columns.isHidden(number);
        }

        @Override
        public boolean isHostName() {
            return pool.isHost(number);
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
