package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.database.DatabaseOptions;
import io.github.dnscli.oserve.keys.KeyOptions;
import io.github.dnscli.oserve.log.LogOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What the user wants of a primary server.
///
/// @param database where its zones come from
/// @param keys where its keys come from, and what they may do
/// @param serving how the zones are served
/// @param news who is told of changes
/// @param attendants what else runs as long as the server does
public record PrimaryOptions(
        DatabaseOptions database,
        KeyOptions keys,
        ServingOptions serving,
        NewsOptions news,
        List<Attendant> attendants) {

    /// Copies the list.
    public PrimaryOptions {
        attendants = List.copyOf(attendants);
    }

    /// Adds the options to a command.
    public static void addTo(CommandSpec spec) {
        DatabaseOptions.addTo(spec);
        KeyOptions.addTo(spec);
        ServingOptions.addTo(spec);
        NewsOptions.addTo(spec);
        spec.addOption(LogOption.option());
    }

    /// {@return what a command line and the environment say}
    ///
    /// @throws picocli.CommandLine.ParameterException if the options do not go together
    /// @throws IOException if a file that they name cannot be read
    public static PrimaryOptions of(ParseResult parsed, World world) throws IOException {
        var serving = ServingOptions.of(parsed);
        return new PrimaryOptions(
                DatabaseOptions.of(parsed, world),
                KeyOptions.of(parsed, world),
                serving,
                NewsOptions.of(parsed, serving.isLocal()),
                List.of());
    }

    /// {@return the same with something more that runs as long as the server does}
    PrimaryOptions attendedBy(Attendant another) {
        var more = new ArrayList<>(attendants);
        more.add(another);
        return new PrimaryOptions(database, keys, serving, news, more);
    }
}
