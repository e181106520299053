package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// A command about one zone of a server, which runs once it is clear which.
public interface ServedZoneCommand extends Command {

    /// {@return the beginning of its model: a name, what it is for, and the options that name the zone}
    static CommandSpec spec(String name, String purpose) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description(purpose);
        ServerOptions.addTo(spec);
        return spec;
    }

    /// Does what the user said.
    ///
    /// @return what to tell the shell
    /// @throws IOException if the machine stood in the way
    ExitStatus run(ServedZone zone, ParseResult parsed, Console console) throws IOException;

    @Override
    default ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        return switch (ServerOptions.choose(parsed, world, console)) {
            case ZoneChoice.Chosen(var zone) -> run(zone, parsed, console);
            case ZoneChoice.Unclear unclear -> unclear.tell(console);
        };
    }
}
