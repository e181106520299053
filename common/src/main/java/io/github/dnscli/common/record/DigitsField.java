package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A string that holds a number in decimal digits: the address of X25 (RFC 1183 §3.1), the coordinates of GPOS
/// (RFC 1712 §3).
///
/// @param form what the string must look like
/// @param max the largest absolute value
/// @param problem what is said of another string
record DigitsField(Pattern form, double max, String problem) implements FieldKind {

    /// An X.25 address: at least the four digits of a network.
    static final DigitsField NETWORK_ADDRESS =
            new DigitsField(
                    Pattern.compile("[0-9]{4,255}"),
                    Double.MAX_VALUE,
                    "is not an address of 4 or more digits");

    /// Degrees.
    static final DigitsField DEGREES =
            new DigitsField(number(), 180, "is not a number of degrees from -180 to 180");

    /// Metres.
    static final DigitsField METRES =
            new DigitsField(number(), Double.MAX_VALUE, "is not a number of metres");

    private static Pattern number() {
        return Pattern.compile("[-+]?[0-9]{1,200}([.][0-9]{0,50})?");
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.peek();
        byte[] octets = text.octets();
        if (!fits(octets)) {
            throw text.bad(token, problem);
        }
        wire.u8(octets.length);
        wire.bytes(octets);
    }

    private boolean fits(byte[] octets) {
        String digits = new String(octets, StandardCharsets.ISO_8859_1);
        return form.matcher(digits).matches() && Math.abs(Double.parseDouble(digits)) <= max;
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        byte[] octets = wire.bytes(wire.u8());
        if (!fits(octets)) {
            throw new BadField("string " + problem);
        }
        StringField.quote(octets, text);
    }
}
