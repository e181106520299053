package io.github.dnscli.ozone;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.PolicyChecks;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.record.Ttl;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The options that say how zones are judged.
final class RuleOptions {

    static final String SEVERITY = "--severity";
    static final String STRICT = "--strict";
    static final String PROFILE = "--profile";
    static final String MAX_DELETE = "--max-delete";
    static final String MAX_TTL = "--max-ttl";
    static final String TIME = "--time";
    static final String EXPIRY_MARGIN = "--expiry-margin";
    static final String INCLUDE_ROOT = "--include-root";

    private RuleOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(SeverityOption.option(SEVERITY));
        spec.addOption(PlainOption.flag(STRICT, "Take every warning for an error."));
        spec.addOption(
                Choice.option(PROFILE, Profile.class)
                        .paramLabel("PROFILE")
                        .description(
                                "All severities at once: strict (what is off is a warning), default, or lenient"
                                        + " (warnings of policy and time are notes).")
                        .build());
        spec.addOption(
                OptionSpec.builder(MAX_DELETE)
                        .arity("1")
                        .paramLabel("PERCENT")
                        .type(Integer.class)
                        .converters(RuleOptions::percent)
                        .description(
                                "It is an error if more of the old zone's records are gone, such as '20%%'.")
                        .build());
        spec.addOption(
                OptionSpec.builder(MAX_TTL)
                        .arity("1")
                        .paramLabel("TTL")
                        .type(Ttl.class)
                        .converters(RuleOptions::ttl)
                        .description("A longer TTL is an error, such as '1d'.")
                        .build());
        addTimes(spec);
        spec.addOption(
                PlainOption.text(
                        INCLUDE_ROOT,
                        "DIR",
                        "The folder that $INCLUDE may lead into (default: that of the zone file)."));
    }

    private static void addTimes(CommandSpec spec) {
        spec.addOption(
                OptionSpec.builder(TIME)
                        .arity("1")
                        .paramLabel("TIME")
                        .type(Instant.class)
                        .converters(RuleOptions::time)
                        .description(
                                "Judge signatures and certificates as of this time, such as"
                                        + " '2026-12-24T18:00:00Z' (default: now).")
                        .build());
        spec.addOption(
                DurationOption.option(EXPIRY_MARGIN)
                        .description("Report signatures that end within this time (default: 3d).")
                        .build());
    }

    private static Integer percent(String text) {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (!number.matches("\\d{1,3}") || Integer.parseInt(number) > 100) {
            throw new TypeConversionException("a share looks like 20%");
        }
        return Integer.valueOf(number);
    }

    private static Ttl ttl(String text) {
        return Ttl.parseSeconds(text)
                .filter(seconds -> seconds <= Ttl.MAX.seconds())
                .map(seconds -> new Ttl(seconds.intValue()))
                .orElseThrow(() -> new TypeConversionException("a TTL looks like 3600 or 1h30m"));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new TypeConversionException("a time looks like 2026-12-24T18:00:00Z");
        }
    }

    static Limits limits(ParseResult parsed) {
        return new Limits(
                value(parsed, MAX_DELETE),
                value(parsed, MAX_TTL),
                value(parsed, TIME),
                parsed.matchedOptionValue(EXPIRY_MARGIN, Circumstances.EXPIRY_MARGIN),
                value(parsed, INCLUDE_ROOT));
    }

    private static <T> Optional<T> value(ParseResult parsed, String name) {
        return Optional.ofNullable(parsed.matchedOptionValue(name, null));
    }

    /// {@return the severities; a limit that somebody sets is meant as an error}
    static SeverityPolicy severities(ParseResult parsed) {
        var chosen = new HashMap<String, Severity>();
        for (var choice : parsed.matchedOptionValue(SEVERITY, new SeverityOption.Choice[0])) {
            chosen.put(choice.check().id(), choice.severity());
        }
        var policy =
                new SeverityPolicy(
                        parsed.matchedOptionValue(PROFILE, Profile.DEFAULT),
                        parsed.hasMatchedOption(STRICT),
                        chosen);
        if (parsed.hasMatchedOption(MAX_TTL)) {
            policy = policy.orElse(PolicyChecks.TTL_TOO_LONG, Severity.ERROR);
        }
        if (parsed.hasMatchedOption(MAX_DELETE)) {
            policy = policy.orElse(SuccessionChecks.TOO_MANY_DELETIONS, Severity.ERROR);
        }
        return policy;
    }
}
