package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.RecordColumns;

/// Where records go as they are read, in the order of the text.
interface RecordSink {

    /// Says which name completes owners from here on.
    void origin(DomainName origin);

    /// Says whose the next records are.
    ///
    /// @param wire a name in wire format, to be read at once
    /// @param length how many octets it has
    /// @param relativeLength how many of them stand before the origin that completes it; negative if none does
    void owner(byte[] wire, int length, int relativeLength);

    /// Takes a record of the latest owner.
    ///
    /// @param ttl in seconds
    /// @param data octets that fit the type, to be read at once
    /// @param mark a number to remember the record by
    void add(int ttl, RecordType type, byte[] data, int length, int mark);

    /// Forgets all records: nobody will ask for them.
    void abandon();

    /// {@return all records, once there are no more}
    RecordColumns finish();
}
