package io.github.dnscli.ozone;

import io.github.dnscli.cli.Choice;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options that say how findings are told, and which.
final class ReportOptions {

    static final String FORMAT = "--format";
    static final String JSON = "--json";
    static final String BASELINE = "--baseline";
    static final String UPDATE_BASELINE = "--update-baseline";

    private ReportOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Choice.option(FORMAT, Format.class)
                        .paramLabel("FORMAT")
                        .description(
                                "How to write findings: text (default), json, sarif or github.")
                        .build());
        spec.addOption(PlainOption.flag(JSON, "The same as '--format json'."));
        spec.addOption(
                PlainOption.text(
                        BASELINE, "FILE", "Leave out the findings that this file accepts."));
        spec.addOption(
                PlainOption.flag(
                        UPDATE_BASELINE,
                        "Accept all findings of today: write them into the file of '--baseline'."));
    }

    static Format format(ParseResult parsed) {
        return parsed.hasMatchedOption(JSON)
                ? Format.JSON
                : parsed.matchedOptionValue(FORMAT, Format.TEXT);
    }

    /// {@return whether two formats are asked for}
    static boolean isTornBetweenFormats(ParseResult parsed) {
        return parsed.hasMatchedOption(JSON)
                && parsed.matchedOptionValue(FORMAT, Format.JSON) != Format.JSON;
    }

    static Optional<BaselineWish> baseline(ParseResult parsed) {
        return Optional.<String>ofNullable(parsed.matchedOptionValue(BASELINE, null))
                .map(file -> new BaselineWish(file, parsed.hasMatchedOption(UPDATE_BASELINE)));
    }
}
