package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A record set while an update changes it.
final class DraftSet {

    /// Types of which a name has one record.
    private static final Set<RecordType> SINGLE =
            Set.of(RecordType.SOA, RecordType.CNAME, RecordType.DNAME);

    /// Which services a host offers (RFC 1035 §3.4.2).
    private static final RecordType WKS = RecordType.of(11);

    /// How many octets of WKS data say which service it is about: an address and a protocol.
    private static final int SERVICE = 5;

    private final RecordType type;
    private final TreeSet<RecordData> data = new TreeSet<>();
    private Ttl ttl = Ttl.MAX;

    private DraftSet(RecordType type) {
        this.type = type;
    }

    static DraftSet empty(RecordType type) {
        return new DraftSet(type);
    }

    static DraftSet of(RecordSet set) {
        var draft = new DraftSet(set.type());
        draft.data.addAll(set.data());
        draft.ttl = set.ttl();
        return draft;
    }

    /// {@return its only data}
    RecordData only() {
        return data.getFirst();
    }

    Ttl ttl() {
        return ttl;
    }

    int size() {
        return data.size();
    }

    boolean isEmpty() {
        return data.isEmpty();
    }

    boolean contains(RecordData single) {
        return data.contains(single);
    }

    /// Adds data, in the place of what it replaces (RFC 2136 §1.1.5). Its TTL becomes that of the set (RFC 2181 §5.2).
    void put(RecordData single, Ttl newTtl) {
        if (type.equals(WKS)) {
            data.removeIf(present -> service(present).equals(service(single)));
        } else if (SINGLE.contains(type)) {
            data.clear();
        }
        // Names in it may be spelled otherwise than before.
        data.remove(single);
        data.add(single);
        ttl = newTtl;
    }

    private static ByteBuffer service(RecordData data) {
        return ByteBuffer.wrap(data.wire(), 0, SERVICE);
    }

    void remove(RecordData single) {
        data.remove(single);
    }

    RecordSet toSet(DomainName owner) {
        return new RecordSet(owner, type, ttl, List.copyOf(data));
    }
}
