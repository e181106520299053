package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// An IP address.
enum AddressField implements FieldKind {
    /// IPv4, four decimal numbers (RFC 1035 §3.4.1).
    IPV4(4, "an IPv4 address") {
        @Override
        byte[] read(String text) {
            return Ipv4.parse(text);
        }
    },

    /// IPv6 (RFC 3596 §2.4).
    IPV6(16, "an IPv6 address") {
        @Override
        byte[] read(String text) {
            return Ipv6.parse(text);
        }
    };

    private final int octets;
    private final String description;

    AddressField(int octets, String description) {
        this.octets = octets;
        this.description = description;
    }

    abstract byte[] read(String text);

    String description() {
        return description;
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.next();
        try {
            wire.bytes(read(token.text()));
        } catch (IllegalArgumentException _) {
            throw text.bad(token, "is not " + description);
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(text(wire.bytes(octets)));
    }

    /// {@return the usual text of an address; IPv6 as RFC 5952 recommends}
    static String text(byte[] octets) {
        try {
            return octets.length == 4
                    ? InetAddress.getByAddress(octets).getHostAddress()
                    : Ipv6.text(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
