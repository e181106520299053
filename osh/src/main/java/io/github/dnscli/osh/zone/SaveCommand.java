package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `zone save`: the zone as a file.
final class SaveCommand implements ServedZoneCommand {

    @Override
    public CommandSpec spec() {
        var spec = ServedZoneCommand.spec("save", "Save the zone as a zone file.");
        spec.addPositional(FileArgument.positional("The file to write."));
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of("Fetches the zone and replaces FILE by it in one step.")
                .example("Keep a copy.", "zone save example.com.zone");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        String file = FileArgument.of(parsed);
        SafeFile.requireTarget(zone.world().file(file));
        return switch (zone.fetch()) {
            case Fetched.Whole(var records) -> save(zone, records, file, console);
            case Fetched.Denied(var reply) -> Denial.ofTransfer(zone, reply, console);
        };
    }

    private static ExitStatus save(ServedZone at, Zone zone, String file, Console console)
            throws IOException {
        var sets = zone.recordSets().toList();
        SafeFile.writeIfChanged(
                at.world().file(file),
                ZoneLayout.file(zone.origin(), sets).getBytes(StandardCharsets.UTF_8),
                SafeFile.Access.PUBLIC);
        console.confirm(
                "zone '%s' with serial %s saved in '%s'"
                        .formatted(zone.origin().display(), zone.serial().orElseThrow(), file));
        return ExitStatus.YES;
    }
}
