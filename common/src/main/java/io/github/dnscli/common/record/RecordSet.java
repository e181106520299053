package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// All records of one type at one name; they share a TTL (RFC 2181 §5).
///
/// @param owner the name
/// @param type the type
/// @param ttl the TTL of every record
/// @param data at least one, each of the type, in canonical order without repetition
public record RecordSet(DomainName owner, RecordType type, Ttl ttl, List<RecordData> data) {

    /// Sorts the data and drops repetitions.
    public RecordSet {
        data = inOrder(data);
        if (data.isEmpty()) {
            throw wrongData(owner, type);
        }
        for (var single : data) {
            if (!single.type().equals(type)) {
                throw wrongData(owner, type);
            }
        }
    }

    /// Most sets have few records, in order already.
    private static List<RecordData> inOrder(List<RecordData> data) {
        for (int i = 1; i < data.size(); i++) {
            if (data.get(i - 1).compareTo(data.get(i)) >= 0) {
                return sorted(data);
            }
        }
        return List.copyOf(data);
    }

    private static List<RecordData> sorted(List<RecordData> data) {
        var sorted = new ArrayList<>(data);
        sorted.sort(null);
        var distinct = new ArrayList<RecordData>(sorted.size());
        for (var next : sorted) {
            if (distinct.isEmpty() || !distinct.getLast().equals(next)) {
                distinct.add(next);
            }
        }
        return List.copyOf(distinct);
    }

    private static IllegalArgumentException wrongData(DomainName owner, RecordType type) {
        return new IllegalArgumentException(
                "a record set of " + type + " at " + owner + " wants data of that type");
    }

    /// {@return a set of one record}
    public static RecordSet of(ResourceRecord single) {
        return new RecordSet(single.owner(), single.type(), single.ttl(), List.of(single.data()));
    }

    /// {@return its records}
    ///
    /// Signatures at a name cover several sets: each has the TTL of the one it covers, which it tells (RFC 4034 §3).
    public List<ResourceRecord> records() {
        var records = new ArrayList<ResourceRecord>(data.size());
        for (var single : data) {
            records.add(new ResourceRecord(owner, ttl(single), single));
        }
        return Collections.unmodifiableList(records);
    }

    private Ttl ttl(RecordData single) {
        return type.equals(RecordType.RRSIG) ? single.originalTtl().orElse(ttl) : ttl;
    }

    /// {@return the same data under another name, as a wildcard gives them (RFC 4592 §3.3.1)}
    public RecordSet withOwner(DomainName other) {
        return new RecordSet(other, type, ttl, data);
    }
}
