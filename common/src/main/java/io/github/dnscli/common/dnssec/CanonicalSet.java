package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.CanonicalForm;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A record set in canonical form and order, as it is signed and digested (RFC 4034 §6).
public final class CanonicalSet {

    private static final int FIXED = 10; // type, class, TTL and length of the data
    private static final short CLASS_IN = 1;

    private final byte[] owner;
    private final RecordType type;
    private final List<byte[]> data;

    private CanonicalSet(DomainName owner, RecordType type, List<byte[]> data) {
        this.owner = owner.lowerCase().wire();
        this.type = type;
        this.data = data;
    }

    /// {@return the canonical form of a set}
    public static CanonicalSet of(RecordSet set) {
        var data = new ArrayList<byte[]>(set.data().size());
        for (var each : set.data()) {
            data.add(CanonicalForm.of(each));
        }
        data.sort(Arrays::compareUnsigned);
        return new CanonicalSet(set.owner(), set.type(), withoutRepetition(data));
    }

    private static List<byte[]> withoutRepetition(List<byte[]> sorted) {
        var once = new ArrayList<byte[]>(sorted.size());
        for (byte[] each : sorted) {
            if (once.isEmpty() || !Arrays.equals(once.getLast(), each)) {
                once.add(each);
            }
        }
        return once;
    }

    /// {@return the octets of all records, one behind the other}
    ///
    /// @param ttl the TTL of each, in seconds, 0 to 4294967295
    public byte[] wire(long ttl) {
        int length = 0;
        for (byte[] each : data) {
            length += owner.length + FIXED + each.length;
        }
        var wire = ByteBuffer.allocate(length);
        for (byte[] each : data) {
            put(each, ttl, wire);
        }
        return wire.array();
    }

    /// {@return the octets of one record}
    static byte[] wire(byte[] owner, RecordType type, byte[] data, long ttl) {
        var wire = ByteBuffer.allocate(owner.length + FIXED + data.length);
        put(owner, type, data, ttl, wire);
        return wire.array();
    }

    private void put(byte[] each, long ttl, ByteBuffer wire) {
        put(owner, type, each, ttl, wire);
    }

    private static void put(byte[] owner, RecordType type, byte[] data, long ttl, ByteBuffer wire) {
        wire.put(owner)
                .putShort((short) type.value())
                .putShort(CLASS_IN)
                .putInt((int) ttl)
                .putShort((short) data.length)
                .put(data);
    }
}
