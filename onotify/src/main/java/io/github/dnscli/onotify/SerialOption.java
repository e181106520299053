package io.github.dnscli.onotify;

import io.github.dnscli.common.record.Serial;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// `--serial`: which version of the zone is the new one.
final class SerialOption {

    private static final String NAME = "--serial";

    private SerialOption() {}

    static OptionSpec option() {
        return OptionSpec.builder(NAME)
                .arity("1")
                .paramLabel("N")
                .type(Serial.class)
                .converters(SerialOption::convert)
                .description("The new serial of the zone (default: none is mentioned).")
                .build();
    }

    static Optional<Serial> read(ParseResult parsed) {
        return Optional.ofNullable(parsed.matchedOptionValue(NAME, null));
    }

    /// The original reads 32 bits with a sign: serials of 2^31 and more are negative numbers there.
    private static Serial convert(String text) {
        long number = number(text);
        if (number < Integer.MIN_VALUE || number > 0xffff_ffffL) {
            throw new TypeConversionException("a serial is a number from 0 to 4294967295");
        }
        return new Serial(number & 0xffff_ffffL);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }
}
