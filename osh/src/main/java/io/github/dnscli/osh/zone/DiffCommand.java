package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `zone diff`: how a file differs from the zone that is served.
final class DiffCommand implements ServedZoneCommand {

    @Override
    public CommandSpec spec() {
        var spec =
                ServedZoneCommand.spec("diff", "Show how a zone file differs from what is served.");
        spec.addPositional(FileArgument.positional("The zone file, or '-' for standard input."));
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Shows, record by record, what would have to change at the server for it to serve what FILE says:"
                        + " '+' is only in FILE, '-' only at the server, '~' has another TTL. Signatures and"
                        + " chains of denial, which a server makes itself, do not count. The exit status is 1 if"
                        + " something differs.");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        var file = LocalZone.read(zone, FileArgument.of(parsed));
        if (file.isBroken()) {
            file.showFindings(console);
            return ExitStatus.NO;
        }
        return switch (zone.fetch()) {
            case Fetched.Whole(var served) -> show(served, file.zone(), console);
            case Fetched.Denied(var reply) -> Denial.ofTransfer(zone, reply, console);
        };
    }

    private static ExitStatus show(Zone served, Zone file, Console console) {
        var changes = RecordChange.between(OwnRecords.of(served), file);
        ChangeLines.show(changes, console);
        return changes.isEmpty() ? ExitStatus.YES : ExitStatus.NO;
    }
}
