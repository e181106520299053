package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `zone show`: the zone, or a part of it, as a zone file.
final class ShowCommand implements ServedZoneCommand {

    @Override
    public CommandSpec spec() {
        var spec = ServedZoneCommand.spec("show", "Show the zone as a zone file.");
        spec.addPositional(SubtreeArgument.positional(0));
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of("Fetches the zone and prints it as a zone file.")
                .example("Show the whole zone.", "zone show");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        return switch (SubtreeArgument.of(zone, parsed, 0)) {
            case ParsedName.Invalid(var problem, _) -> console.usageError("NAME: " + problem);
            case ParsedName.Valid(var name) ->
                    switch (zone.fetch()) {
                        case Fetched.Whole(var records) -> show(records, name, console);
                        case Fetched.Denied(var reply) -> Denial.ofTransfer(zone, reply, console);
                    };
        };
    }

    private static ExitStatus show(Zone zone, DomainName top, Console console) {
        var sets = zone.recordSets().filter(set -> set.owner().isAtOrBelow(top)).toList();
        if (sets.isEmpty()) {
            console.error(
                    "zone '%s' has nothing at or below '%s'"
                            .formatted(zone.origin().display(), top.display()));
            return ExitStatus.NO;
        }
        console.print(ZoneLayout.file(zone.origin(), sets));
        return ExitStatus.YES;
    }
}
