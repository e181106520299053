package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Options;
import io.github.dnscli.common.zone.RecordChange;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `zone apply`: the zone becomes what a file says.
///
/// @param answers the user
record ApplyCommand(Answers answers) implements ServedZoneCommand {

    @Override
    public CommandSpec spec() {
        var spec = ServedZoneCommand.spec("apply", "Make the zone what a zone file says.");
        spec.addOption(YesOption.option());
        spec.addOption(
                Options.flag("--dry-run")
                        .description("Show what would change, and change nothing.")
                        .build());
        spec.addPositional(FileArgument.positional("The zone file, or '-' for standard input."));
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Checks FILE, shows how it differs from the zone that is served, asks, and has the server make"
                                + " the changes. A file with errors is refused.",
                        "Of the SOA record everything but the serial is taken from FILE.")
                .example("See what a file would change.", "zone apply --dry-run example.com.zone")
                .example("Do it without asking.", "zone apply --yes example.com.zone");
    }

    @Override
    public ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException {
        var file = LocalZone.read(zone, FileArgument.of(parsed));
        file.showFindings(console);
        if (file.isBroken()) {
            console.error(
                    "%s stays as it is: '%s' has errors"
                            .formatted(zone.display(), FileArgument.of(parsed)));
            return ExitStatus.NO;
        }
        return switch (zone.fetch()) {
            case Fetched.Whole(var served) ->
                    propose(zone, new Proposal(served, file.zone()), parsed, console);
            case Fetched.Denied(var reply) -> Denial.ofTransfer(zone, reply, console);
        };
    }

    private ExitStatus propose(
            ServedZone zone, Proposal proposal, ParseResult parsed, Console console)
            throws IOException {
        proposal.show(console);
        if (proposal.changes().isEmpty()) {
            console.confirm(zone.display() + " is what the file says: nothing to change");
            return ExitStatus.YES;
        }
        if (parsed.hasMatchedOption("--dry-run")) {
            return ExitStatus.YES;
        }
        return switch (YesOption.consent(answers, parsed).ask(zone, proposal, "[y/N]")) {
            case YES -> apply(new Applier(zone, console), proposal);
            case NOBODY -> Consent.tellNobody(zone, console);
            case NO, AGAIN -> {
                console.error(zone.display() + " stays as it is");
                yield ExitStatus.NO;
            }
        };
    }

    private static ExitStatus apply(Applier applier, Proposal proposal) throws IOException {
        return switch (applier.apply(proposal)) {
            case Applied.Done done -> applier.tell(done, proposal);
            case Applied.Failed failed -> applier.tell(failed);
            case Applied.Moved moved -> {
                applier.tell(moved);
                showMoves(applier, proposal);
                yield ExitStatus.NO;
            }
        };
    }

    private static void showMoves(Applier applier, Proposal proposal) throws IOException {
        if (applier.zone().fetch() instanceof Fetched.Whole(var now)) {
            ChangeLines.show(
                    RecordChange.between(proposal.before(), OwnRecords.of(now)), applier.console());
        }
        applier.console().hint("bring the file up to date, and apply it again");
    }
}
