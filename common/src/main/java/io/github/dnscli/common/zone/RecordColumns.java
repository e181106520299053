package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.record.TypeBits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Records as they are read, in flat columns instead of an object for each: some forty octets and their data. Each has a
/// number, from 0, and so has each name that owns records; the records of a name form a chain in the order in which they
/// came. Repetitions are kept.
public final class RecordColumns {

    /// Where a chain ends, and what stands for a name that is not there.
    public static final int NONE = -1;

    private static final int NS = TypeBits.of(RecordType.NS.value());
    private static final int DNAME = TypeBits.of(RecordType.DNAME.value());

    // What is known of each record.
    private static final int OWNER = 0;
    private static final int TTL = 1;
    private static final int TYPE_AND_LENGTH = 2;
    private static final int DATA = 3;
    private static final int MARK = 4;
    private static final int NEXT = 5;

    // What is known of each name.
    private static final int FIRST = NamePool.FREE;
    private static final int LAST = NamePool.FREE + 1;
    private static final int TYPES = NamePool.FREE + 2;

    /// Twice how many names at or below have records, and one more if it is hidden.
    private static final int STANDING = NamePool.FREE + 3;

    private final NamePool names = new NamePool(4);
    private final IntRows nameRows = names.rows();
    private final IntRows rows = new IntRows(6);
    private final OctetHeap octets = new OctetHeap();

    /// Makes columns without records.
    public RecordColumns() {}

    /// {@return the number of a name, given in uncompressed wire format}
    public int intern(byte[] wire) {
        return names.intern(wire, 0);
    }

    /// {@return the number of the name that some labels make in front of another name}
    ///
    /// @param wire the labels in wire format
    /// @param end how many octets they have
    /// @param suffix the number of the other name
    public int intern(byte[] wire, int end, int suffix) {
        return names.intern(wire, 0, end, suffix);
    }

    /// Adds a record.
    ///
    /// @param owner the number of its name
    /// @param ttl in seconds
    /// @param wire its data, known to fit the type, from the first octet on
    /// @param length how many octets the data has
    /// @param mark a number to remember it by, such as an offset in a text
    public void add(int owner, int ttl, RecordType type, byte[] wire, int length, int mark) {
        int record = rows.add();
        rows.set(record, OWNER, owner);
        rows.set(record, TTL, ttl);
        rows.set(record, TYPE_AND_LENGTH, type.value() << 16 | length);
        rows.set(record, DATA, octets.add(wire, 0, length));
        rows.set(record, MARK, mark);
        rows.set(record, NEXT, NONE);
        if (nameRows.get(owner, TYPES) == 0) {
            nameRows.set(owner, FIRST, record);
        } else {
            rows.set(nameRows.get(owner, LAST), NEXT, record);
        }
        nameRows.set(owner, LAST, record);
        nameRows.set(owner, TYPES, nameRows.get(owner, TYPES) | TypeBits.of(type.value()));
    }

    /// Adds a record.
    ///
    /// @param owner the number of its name
    /// @param ttl in seconds
    void add(int owner, int ttl, RecordData data) {
        byte[] wire = data.wire();
        add(owner, ttl, data.type(), wire, wire.length, 0);
    }

    /// {@return how many records there are}
    public int size() {
        return rows.size();
    }

    /// {@return how many names there are: owners, and the names above them}
    public int nameCount() {
        return names.size();
    }

    /// {@return the number of a record's owner}
    public int owner(int record) {
        return rows.get(record, OWNER);
    }

    /// {@return a record's TTL in seconds}
    public int ttl(int record) {
        return rows.get(record, TTL);
    }

    /// {@return the number of a record's type}
    public int type(int record) {
        return rows.get(record, TYPE_AND_LENGTH) >>> 16;
    }

    /// {@return the number a record is to be remembered by}
    public int mark(int record) {
        return rows.get(record, MARK);
    }

    /// {@return a record's data}
    public RecordData data(int record) {
        int length = rows.get(record, TYPE_AND_LENGTH) & 0xffff;
        int start = OctetHeap.offset(rows.get(record, DATA));
        return RecordData.sliceOf(
                RecordType.of(type(record)),
                octets.block(rows.get(record, DATA)),
                start,
                start + length);
    }

    /// {@return whether two records have the same octets as data}
    public boolean haveSameOctets(int one, int other) {
        return hasSameOctets(one, this, other);
    }

    /// {@return whether a record has the same octets as data as one in other columns}
    public boolean hasSameOctets(int record, RecordColumns others, int other) {
        int length = rows.get(record, TYPE_AND_LENGTH) & 0xffff;
        int aStart = OctetHeap.offset(rows.get(record, DATA));
        int bStart = OctetHeap.offset(others.rows.get(other, DATA));
        return (others.rows.get(other, TYPE_AND_LENGTH) & 0xffff) == length
                && Arrays.equals(
                        octets.block(rows.get(record, DATA)),
                        aStart,
                        aStart + length,
                        others.octets.block(others.rows.get(other, DATA)),
                        bStart,
                        bStart + length);
    }

    /// {@return whether a name is the same as one in other columns, the case of letters aside}
    public boolean isSameName(int name, RecordColumns others, int other) {
        return names.isSame(name, others.names, other);
    }

    /// {@return a record}
    public ResourceRecord record(int record) {
        return new ResourceRecord(name(owner(record)), new Ttl(ttl(record)), data(record));
    }

    /// {@return the first record of a name, or [#NONE]}
    public int first(int name) {
        return nameRows.get(name, TYPES) == 0 ? NONE : nameRows.get(name, FIRST);
    }

    /// {@return the record of the same name behind a record, or [#NONE]}
    public int next(int record) {
        return rows.get(record, NEXT);
    }

    /// {@return the types at a name, as [TypeBits]}
    public int types(int name) {
        return nameRows.get(name, TYPES);
    }

    /// {@return a name by its number}
    public DomainName name(int name) {
        return names.name(name);
    }

    /// {@return the number of a name, or [#NONE]}
    public int find(DomainName name) {
        return names.find(name);
    }

    /// {@return whether a name is another or stands below it}
    public boolean isAtOrBelow(int name, int other) {
        int at = name;
        while (at != other && at != NONE) {
            at = names.parent(at);
        }
        return at == other;
    }

    /// {@return the records of a set in the order in which they came, repetitions included}
    public List<Integer> numbers(DomainName owner, RecordType type) {
        var numbers = new ArrayList<Integer>();
        int name = find(owner);
        for (int i = name == NONE ? NONE : first(name); i != NONE; i = next(i)) {
            if (type(i) == type.value()) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /// {@return the first record that is equal to one, TTLs aside}
    public Optional<Integer> find(ResourceRecord wanted) {
        int name = find(wanted.owner());
        for (int i = name == NONE ? NONE : first(name); i != NONE; i = next(i)) {
            if (type(i) == wanted.type().value() && data(i).equals(wanted.data())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /// Finds out how each name stands in a zone, once its records are all there: whether it is at or below a name that has NS
    /// or DNAME records, where the NS records of the origin hide nothing, and how many names at or below it have records. A
    /// name comes behind the one above it, so that one walk will do for what comes from above, and one for what comes from
    /// below.
    void settle(int origin) {
        for (int name = 0; name < names.size(); name++) {
            boolean hides = (types(name) & (name == origin ? DNAME : NS | DNAME)) != 0;
            boolean isHidden = hides || name != NamePool.ROOT && isHidden(names.parent(name));
            nameRows.set(name, STANDING, (types(name) == 0 ? 0 : 2) + (isHidden ? 1 : 0));
        }
        for (int name = names.size() - 1; name > 0; name--) {
            int parent = names.parent(name);
            int more = nameRows.get(name, STANDING) & ~1;
            nameRows.set(parent, STANDING, nameRows.get(parent, STANDING) + more);
        }
    }

    /// {@return whether a name is at or below one that hides what is there}
    boolean isHidden(int name) {
        return (nameRows.get(name, STANDING) & 1) != 0;
    }

    /// {@return how many names at or below one have records}
    int population(int name) {
        return nameRows.get(name, STANDING) >>> 1;
    }

    NamePool names() {
        return names;
    }
}
