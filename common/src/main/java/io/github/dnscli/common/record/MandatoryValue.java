package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/// A list of other keys, ascending on the wire: which parameters a client must understand (RFC 9460 §8).
final class MandatoryValue implements ParameterValue {

    private final ParameterKeys keys;

    MandatoryValue(ParameterKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] encode(byte[] text, DomainName origin) throws BadField {
        PlainValue.requireValue(text);
        var numbers = new TreeSet<Integer>();
        for (String name : new String(text, StandardCharsets.ISO_8859_1).split(",", -1)) {
            int number = keys.number(name);
            if (number < 0) {
                throw bad("lists '" + name + "', which is not a " + keys.noun());
            }
            if (number == 0) {
                throw bad("lists itself");
            }
            if (!numbers.add(number)) {
                throw bad("lists '" + name + "' twice");
            }
        }
        var wire = new RdataWriter();
        numbers.forEach(wire::u16);
        return wire.toBytes();
    }

    private static BadField bad(String problem) {
        return new BadField(problem).about(ParsedData.About.SERVICE_PARAMETERS);
    }

    @Override
    public String text(byte[] value, DomainName origin) throws BadField {
        var wire = new RdataReader(value);
        var text = new StringBuilder();
        int previous = 0;
        while (wire.hasNext()) {
            int number = value.length % 2 == 0 ? wire.u16() : ParameterKeys.INVALID;
            if (number <= previous || number == ParameterKeys.INVALID) {
                throw bad("is not an ascending list of other keys");
            }
            previous = number;
            text.append(text.isEmpty() ? "" : ",").append(keys.name(number));
        }
        if (text.isEmpty()) {
            throw bad("is empty");
        }
        return text.toString();
    }
}
