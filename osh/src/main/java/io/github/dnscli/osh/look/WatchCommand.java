package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.osh.zone.ServedZone;
import io.github.dnscli.osh.zone.ServedZoneCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// `watch`: follows a zone, or waits for an answer to change.
public final class WatchCommand implements ServedZoneCommand {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /// Makes the command.
    public WatchCommand() {}

    @Override
    public CommandSpec spec() {
        var spec =
                ServedZoneCommand.spec(
                        "watch", "Show changes of a zone, or of an answer, as they come.");
        spec.addOption(
                DurationOption.option("--interval")
                        .description("How long to wait between two looks (default: 5s).")
                        .build());
        spec.addOption(
                OptionSpec.builder("--count")
                        .arity("1")
                        .paramLabel("N")
                        .type(Integer.class)
                        .converters(WatchCommand::count)
                        .description(
                                "End after so many changes (default: 1 of an answer, no end for a zone).")
                        .build());
        spec.addOption(DurationOption.option("--for").description("End after this time.").build());
        spec.addPositional(
                word(0, "NAME", "The name whose records are watched (default: the whole zone)."));
        spec.addPositional(word(1, "TYPE", "The type of these records (default: A)."));
        return spec;
    }

    private static PositionalParamSpec word(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("0..1")
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static Integer count(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new TypeConversionException("it is no number of changes");
        }
        return Integer.valueOf(text);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Without a NAME, or with the word 'zone', looks at the serial of the zone, and when that moves,"
                                + " fetches and shows what has changed. With a NAME, waits until the answer for it"
                                + " changes. Ctrl-C ends it. The exit status is 0 if something has changed.")
                .example("Follow the zone.", "watch")
                .example("Wait for a certificate.", "watch _443._tcp.www TLSA");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        String name = parsed.matchedPositionalValue(0, "zone");
        Optional<String> type = Optional.ofNullable(parsed.matchedPositionalValue(1, null));
        if (name.equals("zone") && type.isEmpty()) {
            return watch(new ZoneSubject(zone), 0, zone, parsed, console);
        }
        var known = RecordType.parse(type.orElse("A"));
        if (known.isEmpty()) {
            return console.usageError("'" + type.orElse("") + "' is not a record type");
        }
        return switch (zone.resolve(name)) {
            case ParsedName.Invalid(var problem, _) -> console.usageError("NAME: " + problem);
            case ParsedName.Valid(var resolved) ->
                    watch(new AnswerSubject(zone, resolved, known.get()), 1, zone, parsed, console);
        };
    }

    private static ExitStatus watch(
            Subject subject, int count, ServedZone zone, ParseResult parsed, Console console)
            throws IOException {
        var limits =
                new Watcher.Limits(
                        parsed.matchedOptionValue("--interval", INTERVAL),
                        parsed.matchedOptionValue("--count", count),
                        Optional.ofNullable(parsed.matchedOptionValue("--for", null)));
        return new Watcher(subject, limits, zone.world(), console).run();
    }
}
