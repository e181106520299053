package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A list of addresses, parted by commas (RFC 9460 §7.3).
enum AddressesValue implements ParameterValue {
    /// IPv4 addresses.
    IPV4(4),

    /// IPv6 addresses.
    IPV6(16);

    private final int octets;

    AddressesValue(int octets) {
        this.octets = octets;
    }

    @Override
    public byte[] encode(byte[] text, DomainName origin) throws BadField {
        PlainValue.requireValue(text);
        var wire = new RdataWriter();
        for (String address : new String(text, StandardCharsets.ISO_8859_1).split(",", -1)) {
            try {
                wire.bytes(
                        this == IPV4
                                ? AddressField.IPV4.read(address)
                                : AddressField.IPV6.read(address));
            } catch (IllegalArgumentException _) {
                String family = this == IPV4 ? "IPv4" : "IPv6";
                throw new BadField(
                        "lists '" + address + "', which is not an " + family + " address");
            }
        }
        return wire.toBytes();
    }

    @Override
    public String text(byte[] value, DomainName origin) throws BadField {
        PlainValue.require(
                value.length > 0 && value.length % octets == 0, "is not a list of addresses");
        var text = new StringBuilder();
        for (int at = 0; at < value.length; at += octets) {
            text.append(at == 0 ? "" : ",");
            text.append(AddressField.text(Arrays.copyOfRange(value, at, at + octets)));
        }
        return text.toString();
    }
}
