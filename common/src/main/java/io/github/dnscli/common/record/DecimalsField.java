package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Strings that hold numbers in decimal digits: the address of X25 (RFC 1183 §3.1), the coordinates of GPOS
/// (RFC 1712 §3).
final class DecimalsField extends WholeField {

    /// One string.
    ///
    /// @param name what it is called in messages
    /// @param form what it must look like
    /// @param max the largest absolute value
    /// @param problem what is said of another string
    private record Decimal(String name, Pattern form, double max, String problem) {

        boolean fits(byte[] octets) {
            String digits = new String(octets, StandardCharsets.ISO_8859_1);
            return form.matcher(digits).matches() && Math.abs(Double.parseDouble(digits)) <= max;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,200}([.][0-9]{0,50})?");
    private static final String NO_DEGREES = "is not a number of degrees from -180 to 180";

    /// At least the four digits that name a network.
    static final DecimalsField NETWORK_ADDRESS =
            new DecimalsField(
                    List.of(
                            new Decimal(
                                    "address",
                                    Pattern.compile("[0-9]{4,255}"),
                                    Double.MAX_VALUE,
                                    "is not an address of 4 or more digits")));

    /// Degrees east and north, in an order the RFC leaves open, and metres.
    static final DecimalsField POSITION =
            new DecimalsField(
                    List.of(
                            new Decimal("longitude", NUMBER, 180, NO_DEGREES),
                            new Decimal("latitude", NUMBER, 180, NO_DEGREES),
                            new Decimal(
                                    "altitude",
                                    NUMBER,
                                    Double.MAX_VALUE,
                                    "is not a number of metres")));

    private final List<Decimal> decimals;

    private DecimalsField(List<Decimal> decimals) {
        this.decimals = decimals;
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        for (var decimal : decimals) {
            text.enter(decimal.name);
            var token = text.peek();
            byte[] octets = text.octets();
            if (!decimal.fits(octets)) {
                throw text.bad(token, decimal.problem);
            }
            wire.u8(octets.length);
            wire.bytes(octets);
        }
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        boolean fits = true;
        for (var decimal : decimals) {
            byte[] octets = wire.bytes(wire.u8());
            fits &= decimal.fits(octets);
            StringField.quote(octets, text.append(text.isEmpty() ? "" : " "));
        }
        return fits;
    }
}
