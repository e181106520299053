package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.BitSet;

/// The services of a host, by port: the data of WKS records (RFC 1035 §3.4.2). Protocols and services may be written by
/// name or number.
final class WellKnownServicesField extends WholeField {

    private static final MnemonicField PROTOCOL =
            new MnemonicField(1, PortNames.INTERNET_PROTOCOLS);
    private static final MnemonicField SERVICE = new MnemonicField(2, PortNames.SERVICES);
    private static final int MAX_OCTETS = 0x10000 / 8;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("address");
        AddressField.IPV4.parse(text, wire);
        text.enter("protocol");
        PROTOCOL.parse(text, wire);
        text.enter("service");
        var ports = new BitSet();
        while (text.hasNext()) {
            ports.set(SERVICE.read(text));
        }
        wire.bytes(bitmap(ports));
    }

    /// The first port is the upper bit of the first octet.
    private static byte[] bitmap(BitSet ports) {
        byte[] octets = new byte[(ports.length() + 7) / 8];
        ports.stream().forEach(port -> octets[port / 8] |= (byte) (0x80 >> port % 8));
        return octets;
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        AddressField.IPV4.print(wire, text, origin);
        text.append(' ').append(wire.u8());
        byte[] octets = wire.rest();
        if (octets.length > MAX_OCTETS) {
            throw new BadField("services are longer than 65536 bits");
        }
        for (int port = 0; port < 8 * octets.length; port++) {
            if ((octets[port / 8] & 0x80 >> port % 8) != 0) {
                text.append(' ').append(port);
            }
        }
        return octets.length == 0 || octets[octets.length - 1] != 0;
    }
}
