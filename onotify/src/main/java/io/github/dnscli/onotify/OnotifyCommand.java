package io.github.dnscli.onotify;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.World;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `onotify`: tells a name server that a zone has changed.
public final class OnotifyCommand implements Command {

    /// Makes the command.
    public OnotifyCommand() {}

    /// Runs the command and ends the process.
    public static void main(String[] arguments) {
        Launcher.main(new OnotifyCommand(), arguments);
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("onotify");
        spec.usageMessage().description("Tell a name server that a zone has changed.");
        spec.addOption(KeySource.option("--key", "--dns-key").build());
        spec.addOption(SerialOption.option());
        spec.addOption(PortOption.option());
        spec.addOption(DurationOption.timeout());
        spec.addPositional(ServerArgument.positional(0).build());
        spec.addPositional(
                NameArgument.positional(1)
                        .paramLabel("ZONE")
                        .description("The zone that has changed.")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        """
                        Sends a NOTIFY message (RFC 1996) over TCP and waits for the reply. A secondary then looks \
                        for a new version of the zone; 'oserve primary' reads the zone's file again if the message \
                        is signed with a key that may notify. With a key, the reply must be signed too.""",
                        """
                        The message mentions a serial only if --serial gives one. It is a hint: servers that hold that \
                        serial, or a newer one, may take no notice of the message.""")
                .example(
                        "Have a primary read a zone again.",
                        "onotify 192.0.2.1 example.com --key @notify.key")
                .example("Tell a secondary.", "onotify ns2.example.com example.com")
                .variable(KeySource.VARIABLE, "The key to sign with, unless --key is given.")
                .seeAlso("oupdate(1)", "ozone(1)", "dns-cli-keys(5)", "rndc(8)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var view = new OnotifyView(console);
        var options = OnotifyOptions.of(parsed, world, console);
        return view.show(new Notifier(world, view).send(options));
    }
}
