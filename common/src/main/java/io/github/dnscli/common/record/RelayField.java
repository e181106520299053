package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// A relay for multicast: the data of AMTRELAY records (RFC 8777 §4.2, §4.3).
final class RelayField extends WholeField {

    /// The upper bit of the type's octet: a relay may be used only after discovery.
    private static final int DISCOVERY_OPTIONAL = 0x80;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("precedence");
        wire.u8((int) text.number(255));
        text.enter("discovery optional");
        int optional = (int) text.number(1);
        text.enter("relay type");
        int kind = Gateway.kind(text);
        wire.u8(optional * DISCOVERY_OPTIONAL | kind);
        text.enter("relay");
        Gateway.parse(kind, text, wire);
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(wire.u8()).append(' ');
        int flagged = wire.u8();
        int kind = flagged & ~DISCOVERY_OPTIONAL;
        text.append(flagged / DISCOVERY_OPTIONAL).append(' ').append(kind).append(' ');
        return Gateway.print(kind, wire, text, origin);
    }
}
