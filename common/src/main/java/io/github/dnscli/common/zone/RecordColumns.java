package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.record.TypeBits;
import java.util.Optional;

/// Records as they are read, in flat columns instead of an object for each: some forty octets and their data. Each has a
/// number, from 0, and so has each name that owns records; the records of a name form a chain in the order in which they
/// came. Repetitions are kept.
public final class RecordColumns {

    /// Where a chain ends, and what stands for a name that is not there.
    public static final int NONE = -1;

    private final NamePool names = new NamePool();
    private final IntColumn owners = new IntColumn();
    private final IntColumn ttls = new IntColumn();
    private final IntColumn typesAndLengths = new IntColumn();
    private final IntColumn data = new IntColumn();
    private final IntColumn marks = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final OctetHeap octets = new OctetHeap();

    private final IntColumn firsts = new IntColumn();
    private final IntColumn lasts = new IntColumn();
    private final IntColumn types = new IntColumn();

    /// Makes columns without records.
    public RecordColumns() {}

    /// {@return the number of a name, given in uncompressed wire format}
    public int intern(byte[] wire) {
        int name = names.intern(wire, 0);
        for (int i = firsts.size(); i < names.size(); i++) {
            firsts.add(NONE);
            lasts.add(NONE);
            types.add(0);
        }
        return name;
    }

    /// Adds a record.
    ///
    /// @param owner the number of its name
    /// @param ttl in seconds
    /// @param wire its data, known to fit the type, from the first octet on
    /// @param mark a number to remember it by, such as an offset in a text
    public void add(int owner, int ttl, RecordType type, byte[] wire, int length, int mark) {
        int record = owners.size();
        owners.add(owner);
        ttls.add(ttl);
        typesAndLengths.add(type.value() << 16 | length);
        data.add(octets.add(wire, 0, length));
        marks.add(mark);
        next.add(NONE);
        if (firsts.get(owner) == NONE) {
            firsts.set(owner, record);
        } else {
            next.set(lasts.get(owner), record);
        }
        lasts.set(owner, record);
        types.set(owner, types.get(owner) | TypeBits.of(type.value()));
    }

    /// {@return how many records there are}
    public int size() {
        return owners.size();
    }

    /// {@return how many names there are: owners, and the names above them}
    public int nameCount() {
        return names.size();
    }

    /// {@return the number of a record's owner}
    public int owner(int record) {
        return owners.get(record);
    }

    /// {@return a record's TTL in seconds}
    public int ttl(int record) {
        return ttls.get(record);
    }

    /// {@return the number of a record's type}
    public int type(int record) {
        return typesAndLengths.get(record) >>> 16;
    }

    /// {@return the number a record is to be remembered by}
    public int mark(int record) {
        return marks.get(record);
    }

    /// {@return a record's data}
    public RecordData data(int record) {
        int length = typesAndLengths.get(record) & 0xffff;
        int start = OctetHeap.offset(data.get(record));
        return RecordData.sliceOf(
                RecordType.of(type(record)), octets.block(data.get(record)), start, start + length);
    }

    /// {@return whether two records have the same octets as data}
    public boolean haveSameOctets(int one, int other) {
        int length = typesAndLengths.get(one) & 0xffff;
        if ((typesAndLengths.get(other) & 0xffff) != length) {
            return false;
        }
        byte[] a = octets.block(data.get(one));
        byte[] b = octets.block(data.get(other));
        int aStart = OctetHeap.offset(data.get(one));
        int bStart = OctetHeap.offset(data.get(other));
        for (int i = 0; i < length; i++) {
            if (a[aStart + i] != b[bStart + i]) {
                return false;
            }
        }
        return true;
    }

    /// {@return a record}
    public ResourceRecord record(int record) {
        return new ResourceRecord(name(owner(record)), new Ttl(ttl(record)), data(record));
    }

    /// {@return the first record of a name, or [#NONE]}
    public int first(int name) {
        return firsts.get(name);
    }

    /// {@return the record of the same name behind a record, or [#NONE]}
    public int next(int record) {
        return next.get(record);
    }

    /// {@return the types at a name, as [TypeBits]}
    public int types(int name) {
        return types.get(name);
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

    NamePool names() {
        return names;
    }
}
