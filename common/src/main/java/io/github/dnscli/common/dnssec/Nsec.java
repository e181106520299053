package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;

/// The data of an NSEC record (RFC 4034 §4.1).
///
/// @param next the next name of the zone
/// @param types what the owner has
public record Nsec(DomainName next, TypeBitmap types) {

    /// {@return the fields of data of type NSEC}
    public static Nsec of(RecordData data) {
        byte[] wire = data.wire();
        var next = DomainName.ofWire(wire, 0, wire.length);
        return new Nsec(next, TypeBitmap.ofWire(wire, next.wireLength()));
    }
}
