package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// A host as IPSECKEY and AMTRELAY records give it: none, by address or by name, as a number before it says
/// (RFC 4025 §2.3, RFC 8777 §4.2.3).
final class Gateway {

    private static final int NONE = 0;
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final int NAME = 3;

    private Gateway() {}

    /// {@return a kind of gateway that has a text form}
    static int kind(FieldText text) throws BadField {
        var token = text.peek();
        int kind = (int) text.number(255);
        if (kind > NAME) {
            throw text.bad(token, "is not 0 (none), 1 (IPv4), 2 (IPv6) or 3 (a name)");
        }
        return kind;
    }

    static void parse(int kind, FieldText text, RdataWriter wire) throws BadField {
        switch (kind) {
            case NONE -> none(text);
            case IPV4 -> AddressField.IPV4.parse(text, wire);
            case IPV6 -> AddressField.IPV6.parse(text, wire);
            default -> NameField.NAME.parse(text, wire);
        }
    }

    private static void none(FieldText text) throws BadField {
        var token = text.next();
        if (!token.is(".")) {
            throw text.bad(token, "is not '.', which is how to write none");
        }
    }

    /// Appends the text of a gateway.
    ///
    /// @return whether its kind has one
    static boolean print(int kind, RdataReader wire, StringBuilder text, DomainName origin)
            throws BadField {
        switch (kind) {
            case NONE -> text.append('.');
            case IPV4 -> AddressField.IPV4.print(wire, text, origin);
            case IPV6 -> AddressField.IPV6.print(wire, text, origin);
            case NAME -> ExactName.print(wire, text, origin);
            default -> {
                return false;
            }
        }
        return true;
    }
}
