package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Lists of strings, each behind a length octet on the wire.
enum ListValue implements ParameterValue {
    /// Protocols of application-layer protocol negotiation (RFC 9460 §7.1.1).
    PROTOCOLS("protocol", true),

    /// The segments of a path; none for the root (RFC 9953 §3).
    PATH("segment", false),

    /// Transports, each with a percentage behind a colon and, on the wire, in an octet (draft-johani-dnsop-svcb-oots §2).
    WEIGHTS("transport", true) {
        @Override
        void encodeItem(String item, RdataWriter wire) throws BadField {
            int colon = item.lastIndexOf(':');
            PlainValue.require(colon >= 0, "lists '" + item + "' without ':' and a percentage");
            super.encodeItem(item.substring(0, colon), wire);
            String digits = item.substring(colon + 1);
            wire.u8(PlainValue.number(digits, 255, "lists '" + item + "', which is over 255"));
        }

        @Override
        String itemText(RdataReader wire) throws BadField {
            return super.itemText(wire) + ":" + wire.u8();
        }

        @Override
        String identity(String item) {
            return item.substring(0, item.lastIndexOf(':'));
        }
    };

    private final String noun;
    private final boolean wantsItems;

    ListValue(String noun, boolean wantsItems) {
        this.noun = noun;
        this.wantsItems = wantsItems;
    }

    @Override
    public byte[] encode(byte[] text, DomainName origin) throws BadField {
        if (text.length == 0 && !wantsItems) {
            return text;
        }
        PlainValue.requireValue(text);
        var wire = new RdataWriter();
        for (String item : CommaList.split(text)) {
            encodeItem(item, wire);
        }
        byte[] value = wire.toBytes();
        text(value, origin);
        return value;
    }

    void encodeItem(String item, RdataWriter wire) throws BadField {
        PlainValue.require(
                !item.isEmpty() && item.length() <= 255,
                "lists a " + noun + " of 0 or over 255 octets");
        wire.u8(item.length());
        wire.bytes(item.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String text(byte[] value, DomainName origin) throws BadField {
        PlainValue.require(value.length > 0 || !wantsItems, "is empty");
        var wire = new RdataReader(value);
        var items = new ArrayList<String>();
        while (wire.hasNext()) {
            items.add(itemText(wire));
        }
        requireDistinct(items);
        return items.isEmpty() ? "" : CommaList.join(items);
    }

    String itemText(RdataReader wire) throws BadField {
        try {
            var item = new String(wire.bytes(wire.u8()), StandardCharsets.ISO_8859_1);
            PlainValue.require(!item.isEmpty(), "lists an empty " + noun);
            return item;
        } catch (BadField _) {
            throw new BadField("is not a list of " + noun + "s");
        }
    }

    private void requireDistinct(List<String> items) throws BadField {
        var seen = new HashSet<String>();
        for (String item : items) {
            PlainValue.require(
                    this != WEIGHTS || seen.add(identity(item)), "lists a " + noun + " twice");
        }
    }

    String identity(String item) {
        return item;
    }
}
