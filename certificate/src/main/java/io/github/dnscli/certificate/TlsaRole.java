package io.github.dnscli.certificate;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.Tlsa;
import java.util.Arrays;
import java.util.Optional;

/// What the three numbers of a TLSA record at a service name say its octets are.
public enum TlsaRole {
    /// `3 255 0`: a signing request. Selector 255 is for private use (RFC 6698 §7.3).
    REQUEST(3, 255),
    /// `3 0 0`: the certificate of the service.
    LEAF(3, 0),
    /// `0 0 0`: the certificate of an authority, intermediate or root.
    AUTHORITY(0, 0);

    private final int usage;
    private final int selector;

    TlsaRole(int usage, int selector) {
        this.usage = usage;
        this.selector = selector;
    }

    /// {@return the role of a record, if it has one on this road}
    public static Optional<TlsaRole> of(Tlsa tlsa) {
        return Arrays.stream(values())
                .filter(role -> tlsa.is(role.usage, role.selector, 0))
                .findFirst();
    }

    /// {@return the record data that puts octets of this role into the DNS}
    ///
    /// @param der a request or certificate
    /// @throws IllegalArgumentException if they are too long for a record
    public RecordData data(byte[] der) {
        return new Tlsa(usage, selector, 0, der).data();
    }
}
