package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ledger.Standings;
import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve certifier status`: tells how requests stand, by what is remembered of them.
final class StandingsCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String JSON = "--json";

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("status");
        spec.usageMessage().description("Tell how signing requests stand.");
        spec.addOption(CertifierOptions.stateOption());
        spec.addOption(
                Choice.option(FORMAT, StandingsForm.class)
                        .paramLabel("FORM")
                        .description("How to tell it: text, or json for programs (default: text).")
                        .build());
        spec.addOption(Options.flag(JSON).description("The same as --format json.").build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Reads the state folder; no certifier needs to run. Of each request it tells how far it is:"
                                + " waiting for its turn or for the next attempt, ordering, publishing, settled (the"
                                + " certificate stands in all its places), limited (ordered too often), refused, or"
                                + " withdrawn; when its certificate expires and is to be renewed, and how often it was"
                                + " ordered within seven days.",
                        "The exit status is 0 if all is well; 1 if something asks for attention, in lines that begin with"
                                + " '!': a request without a certificate and why, a certificate that has expired or could"
                                + " not be renewed, state that cannot be read, a folder that no certifier has worked on; 3 if the folder cannot be read.",
                        "In JSON, there are 'time', 'running', 'process', 'attention', and 'requests', each with 'id', 'names',"
                                + " 'places', 'phase', 'refusal', 'certificate' ('serial', 'authority', 'notBefore',"
                                + " 'notAfter', 'revoked'), 'renewal', 'advice' ('start', 'end', 'explanation'),"
                                + " 'attempts', 'ordersInSevenDays', 'nextTry' and 'failure' ('reason', 'problem', 'time')."
                                + " What is not known is left out.")
                .example(
                        "See which certificates there are, and which not, and why.",
                        "oserve certifier status --state /var/lib/certifier")
                .seeAlso("ocertify(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var folder = CertifierOptions.folder(parsed, world);
        folder.requireThere();
        var now = world.clock().instant();
        var standings = Standings.read(folder, now);
        if (standings.requests().isEmpty()
                && standings.problems().isEmpty()
                && StateLock.isUnused(folder)) {
            return unused(folder, console);
        }
        var report = new StandingsReport(standings, StateLock.holder(folder), now);
        console.print(form(parsed).print(report));
        return report.attention().isEmpty() ? ExitStatus.YES : ExitStatus.NO;
    }

    /// All is well only where somebody looks after it: a folder that was mistyped is not.
    private static ExitStatus unused(CertifierFolder folder, Console console) {
        console.error("no certifier has worked on '%s' yet".formatted(folder));
        var inside = new CertifierFolder(folder.path().resolve("certifier"));
        if (!StateLock.isUnused(inside)) {
            console.hint("that of 'oserve primary --certifier' works on '%s'".formatted(inside));
        }
        return ExitStatus.NO;
    }

    private static StandingsForm form(ParseResult parsed) {
        return parsed.matchedOptionValue(
                FORMAT, parsed.hasMatchedOption(JSON) ? StandingsForm.JSON : StandingsForm.TEXT);
    }
}
