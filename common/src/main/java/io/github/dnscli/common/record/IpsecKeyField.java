package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// A gateway and its public key: the data of IPSECKEY records (RFC 4025 §2, §3).
final class IpsecKeyField extends WholeField {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("precedence");
        wire.u8((int) text.number(255));
        text.enter("gateway type");
        int kind = Gateway.kind(text);
        wire.u8(kind);
        text.enter("algorithm");
        int algorithm = (int) text.number(255);
        wire.u8(algorithm);
        text.enter("gateway");
        Gateway.parse(kind, text, wire);
        text.enter("public key");
        if (algorithm != 0) {
            BinaryField.BASE64.parse(text, wire);
        }
    }

    /// An algorithm and a key come together or not at all (RFC 4025 §2.4).
    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(wire.u8()).append(' ');
        int kind = wire.u8();
        int algorithm = wire.u8();
        text.append(kind).append(' ').append(algorithm).append(' ');
        if (!Gateway.print(kind, wire, text, origin) || (algorithm != 0) != wire.hasNext()) {
            return false;
        }
        if (wire.hasNext()) {
            BinaryField.BASE64.print(wire, text.append(' '), origin);
        }
        return true;
    }
}
