package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// One record of class IN: an owner, a TTL and data.
///
/// @param owner the name it belongs to
/// @param ttl how long it may be cached
/// @param data its type and data
public record ResourceRecord(DomainName owner, Ttl ttl, RecordData data) {

    /// {@return a record from its texts}
    ///
    /// @param ttl in seconds
    /// @throws IllegalArgumentException if a part does not say what it should
    public static ResourceRecord of(String owner, int ttl, RecordType type, String data) {
        return new ResourceRecord(DomainName.of(owner), new Ttl(ttl), RecordData.of(type, data));
    }

    /// {@return the type of the data}
    public RecordType type() {
        return data.type();
    }

    /// {@return the record as a line of a zone file}
    @Override
    public String toString() {
        return owner + " " + ttl + " IN " + data;
    }
}
