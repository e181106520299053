package io.github.dnscli.oupdate;

import io.github.dnscli.common.record.Ttl;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// `--ttl`: how long caches may keep the new address.
final class TtlOption {

    private static final String NAME = "--ttl";

    /// What the original sends.
    private static final Ttl DEFAULT = new Ttl(60);

    private TtlOption() {}

    static OptionSpec option() {
        return OptionSpec.builder(NAME)
                .arity("1")
                .paramLabel("TTL")
                .type(Ttl.class)
                .converters(TtlOption::convert)
                .description(
                        "Time to live of the record, in seconds or as in '1h30m' (default: 60).")
                .build();
    }

    static Ttl read(ParseResult parsed) {
        return parsed.matchedOptionValue(NAME, DEFAULT);
    }

    private static Ttl convert(String text) {
        return Ttl.parseSeconds(text)
                .filter(seconds -> seconds <= Ttl.MAX.seconds())
                .map(seconds -> new Ttl(seconds.intValue()))
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "a TTL is a number of seconds from 0 to 2147483647, or looks like '1h30m'"));
    }
}
