package io.github.dnscli.ozone;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.common.record.SerialPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options that have to do with the version before.
final class ComparisonOptions {

    static final String OLD = "--old";
    static final String AGAINST = "--against";
    static final String STAGED = "--staged";
    static final String DIFF = "--diff";
    static final String FIX_SERIAL = "--fix-serial";
    static final String TIMEOUT = "--timeout";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ComparisonOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                PlainOption.text(
                        OLD,
                        "FILE",
                        "Check the zone also as the successor of the one in this file;"
                                + " '-' is standard input."));
        spec.addOption(
                PlainOption.text(
                        AGAINST,
                        "REVISION",
                        "Check the files also as successors of what this git revision holds; without FILE, all"
                                + " that differ from it."));
        spec.addOption(
                PlainOption.flag(
                        STAGED,
                        "Check what is staged in git, and not what lies on the disk, as the successor of the last"
                                + " commit; FILE and DIR limit it."));
        spec.addOption(PlainOption.flag(DIFF, "Show what changes, record by record."));
        spec.addOption(
                Choice.option(FIX_SERIAL, SerialPolicy.class)
                        .paramLabel("FORM")
                        .description(
                                "Raise the serial in the file and change nothing else: increment, date (YYYYMMDDnn,"
                                        + " in UTC) or unix (seconds). Where there is a version before, only if the"
                                        + " zone has changed and its serial is not newer yet.")
                        .build());
        spec.addOption(
                DurationOption.option(TIMEOUT)
                        .description("How long git may take, each time (default: 30s).")
                        .build());
    }

    static Comparison comparison(ParseResult parsed) {
        if (parsed.hasMatchedOption(STAGED)) {
            return new Comparison.Staged();
        }
        return Optional.<String>ofNullable(parsed.matchedOptionValue(AGAINST, null))
                .<Comparison>map(Comparison.Revision::new)
                .or(
                        () ->
                                Optional.<String>ofNullable(parsed.matchedOptionValue(OLD, null))
                                        .map(Comparison.OldFile::new))
                .orElseGet(Comparison.None::new);
    }

    /// {@return those of the options of which one excludes the others}
    static Stream<String> rivals(ParseResult parsed) {
        return Stream.of(OLD, AGAINST, STAGED).filter(parsed::hasMatchedOption);
    }

    static Optional<SerialPolicy> serialForm(ParseResult parsed) {
        return Optional.ofNullable(parsed.matchedOptionValue(FIX_SERIAL, null));
    }

    static Duration timeout(ParseResult parsed) {
        return parsed.matchedOptionValue(TIMEOUT, PATIENCE);
    }
}
