package io.github.dnscli.oserve.status;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.oserve.database.StateOption;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve status`: tells how a running server stands.
public final class StatusCommand implements Command {

    private static final String JSON = "--json";

    /// Makes the command.
    public StatusCommand() {}

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("status");
        spec.usageMessage().description("Tell how a running server stands.");
        spec.addOption(
                StateOption.option()
                        .description(
                                "The state folder of the server (default: $STATE_DIRECTORY, or oserve in $XDG_STATE_HOME or in"
                                        + " ~/.local/state).")
                        .build());
        spec.addOption(Options.flag(JSON).description("Tell it in JSON, for programs.").build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Asks the server that has the state folder, through the socket in it: for its zones, their serials and"
                                + " the files or primaries they come from; for the last pull and push, and what the"
                                + " repository does not have yet; for the secondaries that fetched zones or were told of"
                                + " changes since the server was started. Only the user that the server runs as, and root,"
                                + " may ask.",
                        "The exit status is 0 if all is well; 1 if something asks for attention, in lines that begin with '!':"
                                + " a zone with errors, or one that is not served or whose primary cannot be used; a pull or"
                                + " push that failed last; an update of the last 24 hours that clashed with an edit; and 3 if"
                                + " no server answers within ten seconds.",
                        "A server that was started with --zones has no state folder unless --state, or systemd, names one.",
                        "In JSON, 'server' has 'kind' (primary or secondary), 'version', 'since', 'time', 'addresses' and"
                                + " 'keys'; 'attention' the lines; 'repository' has 'remote', 'branch', 'remoteCommit',"
                                + " 'commit', 'pull' and 'push' (each with 'time' and 'problem'), 'pendingUpdates',"
                                + " 'pendingCommits', 'conflictCount' and 'conflicts'; each of 'zones' has 'zone', 'serial',"
                                + " 'names' (about how many), 'file', 'errors', 'problem', and 'primary', 'lastSuccess', 'nextLook' and"
                                + " 'expiry' if it comes from another server; each of 'secondaries' has 'address', 'zone',"
                                + " 'fetched' and 'told' (each with 'serial' and 'time'). What is not known is left out."
                                + " Times are in UTC, as in 2026-11-25T12:00:00Z.")
                .example(
                        "See how the server of this machine stands.",
                        "oserve status --state /var/lib/oserve")
                .file("DIR/status.sock", "the socket through which the server answers")
                .seeAlso("onotify(1)", "ozone(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var file = SocketFile.in(StateOption.read(parsed, world));
        var form = parsed.hasMatchedOption(JSON) ? StatusForm.JSON : StatusForm.TEXT;
        try {
            var answer = StatusClient.ask(file, form);
            console.print(answer.report());
            return answer.isWell() ? ExitStatus.YES : ExitStatus.NO;
        } catch (IOException silence) {
            console.error(IoTrouble.describe(silence));
            console.hint(
                    "'--state' names the state folder of a running server; one that serves a folder has none unless told");
            return ExitStatus.UNKNOWN;
        }
    }
}
