package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Options;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.oserve.serving.ListenOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// How the user wants zones to be served.
///
/// @param listen where to listen; at least one address
/// @param serials how the serial of a zone moves with an update
/// @param openTransfers whether anybody may fetch whole zones
/// @param identity what the server calls itself to those who ask (RFC 5001)
public record ServingOptions(
        List<ListenOption> listen,
        SerialPolicy serials,
        boolean openTransfers,
        Optional<String> identity) {

    private static final String LISTEN = "--listen";
    private static final String SERIAL = "--serial";
    private static final String AXFR = "--axfr";
    private static final String IDENTITY = "--identity";
    private static final ListenOption EVERYWHERE = new ListenOption("0.0.0.0", 53);

    /// So long a name fits into any answer.
    private static final int LONGEST_IDENTITY = 64;

    /// Copies the list.
    public ServingOptions {
        listen = List.copyOf(listen);
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.repeated(LISTEN, "ADDR:PORT", ListenOption.class, ListenOption::parse)
                        .description(
                                "Listen here, by UDP and TCP; [::1]:53 for IPv6, port 0 for a free one"
                                        + " (default: port 53 of all addresses).")
                        .build());
        spec.addOption(
                Choice.option(SERIAL, SerialPolicy.class)
                        .paramLabel("FORM")
                        .description(
                                "How the serial of a zone moves with an update: increment, date (YYYYMMDDnn, in UTC) or unix"
                                        + " (seconds); always forward (default: increment).")
                        .build());
        spec.addOption(Options.flag(AXFR).description("Let anybody fetch whole zones.").build());
        spec.addOption(
                Options.text(IDENTITY, "TEXT")
                        .converters(ServingOptions::identity)
                        .description(
                                "What the server calls itself to those who ask by NSID (default: it does not say).")
                        .build());
    }

    private static String identity(String text) {
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        if (octets == 0 || octets > LONGEST_IDENTITY) {
            throw new TypeConversionException("1 to " + LONGEST_IDENTITY + " octets would be");
        }
        return text;
    }

    static ServingOptions of(ParseResult parsed) {
        return new ServingOptions(
                parsed.matchedOptionValue(LISTEN, List.of(EVERYWHERE)),
                parsed.matchedOptionValue(SERIAL, SerialPolicy.INCREMENT),
                parsed.hasMatchedOption(AXFR),
                Optional.ofNullable(parsed.<String>matchedOptionValue(IDENTITY, null)));
    }

    /// {@return whether nobody elsewhere can reach the server}
    boolean isLocal() {
        return listen.stream().allMatch(ListenOption::isLoopback);
    }
}
