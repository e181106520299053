package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// The data of an SOA record (RFC 1035 §3.3.13).
///
/// @param primary the primary server's name
/// @param mailbox who is responsible, the first label being the part before the `@`
/// @param serial the version of the zone
/// @param refresh seconds between a secondary's looks at the serial
/// @param retry seconds until it looks again after a failure
/// @param expire seconds after which it stops serving
/// @param minimum TTL of negative answers (RFC 2308 §4), in seconds
public record Soa(
        DomainName primary,
        DomainName mailbox,
        Serial serial,
        long refresh,
        long retry,
        long expire,
        long minimum) {

    /// {@return the fields of SOA data}
    ///
    /// @throws IllegalArgumentException if the data is of another type
    public static Soa of(RecordData data) {
        try {
            var wire = data.reader();
            require(data, RecordType.SOA);
            return new Soa(
                    wire.name(),
                    wire.name(),
                    new Serial(wire.u32()),
                    wire.u32(),
                    wire.u32(),
                    wire.u32(),
                    wire.u32());
        } catch (BadField bad) {
            throw new IllegalStateException(bad);
        }
    }

    static void require(RecordData data, RecordType type) {
        if (!data.type().equals(type)) {
            throw new IllegalArgumentException(
                    "data of type " + data.type() + " where " + type + " is due");
        }
    }

    /// {@return the same with another serial}
    public Soa withSerial(Serial other) {
        return new Soa(primary, mailbox, other, refresh, retry, expire, minimum);
    }

    /// {@return the record data}
    public RecordData data() {
        var wire = new RdataWriter();
        wire.bytes(primary.wire());
        wire.bytes(mailbox.wire());
        wire.u32(serial.value());
        wire.u32(refresh);
        wire.u32(retry);
        wire.u32(expire);
        wire.u32(minimum);
        return RecordData.ofWire(RecordType.SOA, wire.toBytes());
    }
}
