package io.github.dnscli.oupdate;

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

/// `oupdate`: sets the address of a host in a zone.
public final class OupdateCommand implements Command {

    /// Makes the command.
    public OupdateCommand() {}

    /// Runs the command and ends the process.
    public static void main(String[] arguments) {
        Launcher.main(new OupdateCommand(), arguments);
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("oupdate");
        spec.usageMessage().description("Set the address of a host in a zone.");
        spec.addOption(PortOption.option());
        spec.addOption(TtlOption.option());
        spec.addOption(DurationOption.timeout());
        spec.addPositional(ServerArgument.positional(0).build());
        spec.addPositional(KeySource.positional(1).build());
        spec.addPositional(
                NameArgument.positional(2)
                        .paramLabel("HOST")
                        .description("The name whose address is set.")
                        .build());
        spec.addPositional(AddressArgument.positional(3));
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        """
                        Sends one signed UPDATE message (RFC 2136) over TCP that replaces the A records of HOST by one of \
                        this ADDRESS, or the AAAA records if it is an IPv6 address. Records of other types stay. \
                        The reply must be signed too.""",
                        """
                        The zone is what the name of the key says: key 'x._update.example.com' is for zone example.com. \
                        If the name says nothing, or the server has no zone of that name, the server is asked which \
                        of its zones HOST is in.""")
                .example(
                        "Set an IPv4 address.",
                        "oupdate 192.0.2.1 @update.key home.example.com 198.51.100.7")
                .example(
                        "Set an IPv6 address that caches may keep for an hour.",
                        "oupdate --ttl 1h ns1.example.com env:UPDATE_KEY home.example.com 2001:db8::7")
                .seeAlso("onotify(1)", "nsupdate(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var view = new OupdateView(console);
        var options = OupdateOptions.of(parsed, world, console);
        return view.show(new Updater(world, view).send(options));
    }
}
