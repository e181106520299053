package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;

/// Groups for key exchange, by number, parted by commas: in order of preference, without repetition
/// (draft-ietf-tls-key-share-prediction §3.1).
record NumbersValue() implements ParameterValue {

    private static final String REPETITION = "lists a group twice";

    @Override
    public byte[] encode(byte[] text, DomainName origin) throws BadField {
        PlainValue.requireValue(text);
        var wire = new RdataWriter();
        var seen = new HashSet<Integer>();
        for (String digits : new String(text, StandardCharsets.ISO_8859_1).split(",", -1)) {
            int group =
                    PlainValue.number(
                            digits, 0xffff, "lists '" + digits + "', which is not in 0..65535");
            PlainValue.require(seen.add(group), REPETITION);
            wire.u16(group);
        }
        return wire.toBytes();
    }

    @Override
    public String text(byte[] value, DomainName origin) throws BadField {
        PlainValue.require(value.length > 0 && value.length % 2 == 0, "is not a list of groups");
        var wire = new RdataReader(value);
        var text = new StringBuilder();
        var seen = new HashSet<Integer>();
        while (wire.hasNext()) {
            int group = wire.u16();
            PlainValue.require(seen.add(group), REPETITION);
            text.append(text.isEmpty() ? "" : ",").append(group);
        }
        return text.toString();
    }
}
