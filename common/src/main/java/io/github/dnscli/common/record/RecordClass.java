package io.github.dnscli.common.record;

import java.util.Locale;
import java.util.Optional;

/// The class of a record in a message. Zones hold class IN only; the others say what an UPDATE means.
///
/// @param value 0 to 65535
public record RecordClass(int value) {

    /// The Internet.
    public static final RecordClass IN = new RecordClass(1);

    /// CHAOS, used to ask servers about themselves.
    public static final RecordClass CH = new RecordClass(3);

    /// "None": in an UPDATE, absence or deletion of one record (RFC 2136 §1.3).
    public static final RecordClass NONE = new RecordClass(254);

    /// "Any": in an UPDATE, existence or deletion of a whole set (RFC 2136 §1.3).
    public static final RecordClass ANY = new RecordClass(255);

    /// Checks the range.
    public RecordClass {
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException("class " + value + " is not in 0..65535");
        }
    }

    /// {@return the class a text names: a mnemonic in any case, or `CLASS` and a number (RFC 3597 §5)}
    public static Optional<RecordClass> parse(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "IN" -> Optional.of(IN);
            case "CS" -> Optional.of(new RecordClass(2));
            case "CH" -> Optional.of(CH);
            case "HS" -> Optional.of(new RecordClass(4));
            case "NONE" -> Optional.of(NONE);
            case "ANY" -> Optional.of(ANY);
            case String upper when upper.startsWith("CLASS") -> numbered(upper.substring(5));
            case String _ -> Optional.empty();
        };
    }

    private static Optional<RecordClass> numbered(String number) {
        boolean inRange = number.matches("[0-9]{1,5}") && Integer.parseInt(number) <= 0xffff;
        return inRange ? Optional.of(new RecordClass(Integer.parseInt(number))) : Optional.empty();
    }

    @Override
    public String toString() {
        return switch (value) {
            case 1 -> "IN";
            case 3 -> "CH";
            case 254 -> "NONE";
            case 255 -> "ANY";
            default -> "CLASS" + value;
        };
    }
}
