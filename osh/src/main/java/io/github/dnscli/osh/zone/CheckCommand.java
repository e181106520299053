package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.common.check.RecordPlaces;
import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `zone check`: what is wrong with the zone that is served.
final class CheckCommand implements ServedZoneCommand {

    @Override
    public CommandSpec spec() {
        return ServedZoneCommand.spec(
                "check", "Check the zone that is served, as ozone checks files.");
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Fetches the zone and judges it by the checks of ozone(1), those of text left out.")
                .seeAlso("ozone(1)");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        return switch (zone.fetch()) {
            case Fetched.Whole(var records) -> judge(zone, records, console);
            case Fetched.Denied(var reply) -> Denial.ofTransfer(zone, reply, console);
        };
    }

    private static ExitStatus judge(ServedZone at, Zone zone, Console console) {
        var findings =
                ZoneChecks.judge(
                        zone,
                        Scope.WHOLE,
                        Judgement.of(at),
                        RecordPlaces.wholeOf(zone.origin().display()));
        new FindingLines(console).show(findings, Optional.empty());
        if (findings.stream().anyMatch(Finding::isError)) {
            return ExitStatus.NO;
        }
        console.confirm("successfully checked zone " + zone.origin().display());
        return ExitStatus.YES;
    }
}
