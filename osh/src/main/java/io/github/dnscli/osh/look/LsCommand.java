package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Options;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.osh.zone.Denial;
import io.github.dnscli.osh.zone.Fetched;
import io.github.dnscli.osh.zone.ServedZone;
import io.github.dnscli.osh.zone.ServedZoneCommand;
import io.github.dnscli.osh.zone.SubtreeArgument;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// `ls`: the names of a zone, as of a folder.
public final class LsCommand implements ServedZoneCommand {

    /// Makes the command.
    public LsCommand() {}

    @Override
    public CommandSpec spec() {
        var spec = ServedZoneCommand.spec("ls", "List the names of a zone.");
        spec.addOption(Options.flag("-l").description("Show the records of each name.").build());
        spec.addOption(
                Options.flag("-r")
                        .description("Show all names below, not one level only.")
                        .build());
        spec.addOption(
                Options.text("--types", "TYPES")
                        .type(Types.class)
                        .converters(LsCommand::types)
                        .description("Show only records of these types, with commas between them.")
                        .build());
        spec.addPositional(SubtreeArgument.positional(0));
        return spec;
    }

    /// Types of records.
    ///
    /// @param types in the order in which they are named
    private record Types(Set<RecordType> types) {}

    private static Types types(String text) {
        var types = new LinkedHashSet<RecordType>();
        for (String word : Arrays.asList(text.split(",", -1))) {
            types.add(
                    RecordType.parse(word)
                            .orElseThrow(
                                    () ->
                                            new TypeConversionException(
                                                    "'" + word + "' is not a record type")));
        }
        return new Types(types);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Fetches the zone and lists the names in it with the types of their records, in canonical order:"
                                + " NAME, and the names right below it. Behind a name stands how many more there are"
                                + " below.")
                .example("See what is in the zone.", "ls")
                .example("See the addresses of all hosts.", "ls -l -r --types A,AAAA");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        return switch (SubtreeArgument.of(zone, parsed, 0)) {
            case ParsedName.Invalid(var problem, _) -> console.usageError("NAME: " + problem);
            case ParsedName.Valid(var top) ->
                    switch (zone.fetch()) {
                        case Fetched.Denied(var reply) -> Denial.ofTransfer(zone, reply, console);
                        case Fetched.Whole(var records) -> {
                            var none = new Types(Set.of());
                            var types = parsed.matchedOptionValue("--types", none).types();
                            boolean all = parsed.hasMatchedOption("-r");
                            var listing = Listing.of(records, top, all, types);
                            boolean whole = parsed.hasMatchedOption("-l");
                            yield new LsView(records.origin(), console).show(listing, whole);
                        }
                    };
        };
    }
}
