package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/// An IP address.
enum AddressField implements FieldKind {
    /// IPv4, four decimal numbers (RFC 1035 §3.4.1).
    IPV4(4, "an IPv4 address") {
        @Override
        boolean read(byte[] text, int start, int end, byte[] target) {
            return Ipv4.parse(text, start, end, target, 0);
        }
    },

    /// IPv6 (RFC 3596 §2.4).
    IPV6(16, "an IPv6 address") {
        @Override
        boolean read(byte[] text, int start, int end, byte[] target) {
            return Ipv6.parse(text, start, end, target, 0);
        }
    };

    private final int octets;
    private final String description;

    AddressField(int octets, String description) {
        this.octets = octets;
        this.description = description;
    }

    /// Writes the octets of an address; says no if the text is none.
    abstract boolean read(byte[] text, int start, int end, byte[] target);

    /// {@return the octets of an address}
    ///
    /// @throws IllegalArgumentException if the text is none
    byte[] read(String text) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_8);
        byte[] address = new byte[octets];
        if (!read(characters, 0, characters.length, address)) {
            throw new IllegalArgumentException("not " + description);
        }
        return address;
    }

    String description() {
        return description;
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        byte[] address = text.scratch();
        boolean fits =
                text.word((octetsOfText, start, end) -> read(octetsOfText, start, end, address));
        if (!fits) {
            throw text.bad(text.latest(), "is not " + description);
        }
        wire.bytes(address, 0, octets);
    }

    @Override
    public void skip(RdataReader wire) throws BadField {
        wire.pass(octets);
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
