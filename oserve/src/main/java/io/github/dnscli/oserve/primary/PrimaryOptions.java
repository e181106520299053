package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.certifier.HouseOptions;
import io.github.dnscli.oserve.database.DatabaseOptions;
import io.github.dnscli.oserve.database.StateOption;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.keys.KeyOptions;
import io.github.dnscli.oserve.log.LogOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What the user wants of a primary server.
///
/// @param database where its zones come from
/// @param keys where its keys come from, and what they may do
/// @param serving how the zones are served
/// @param news who is told of changes
/// @param status the folder of the socket through which it tells how it stands; empty to have none
/// @param http what it shows by HTTP
/// @param certifier what it wants of a certifier in the same process; empty to have none
public record PrimaryOptions(
        DatabaseOptions database,
        KeyOptions keys,
        ServingOptions serving,
        NewsOptions news,
        Optional<Path> status,
        HttpOptions http,
        Optional<HouseOptions> certifier) {

    /// Adds the options to a command.
    public static void addTo(CommandSpec spec) {
        DatabaseOptions.addTo(spec);
        KeyOptions.addTo(spec);
        ServingOptions.addTo(spec);
        NewsOptions.addTo(spec);
        HttpOptions.addTo(spec);
        HouseOptions.addTo(spec);
        spec.addOption(LogOption.option());
    }

    /// {@return what a command line and the environment say}
    ///
    /// @throws picocli.CommandLine.ParameterException if the options do not go together
    /// @throws IOException if a file that they name cannot be read
    public static PrimaryOptions of(ParseResult parsed, World world) throws IOException {
        var serving = ServingOptions.of(parsed);
        var database = DatabaseOptions.of(parsed, world);
        var state = statusFolder(database.source(), parsed, world);
        return new PrimaryOptions(
                database,
                KeyOptions.of(parsed, world),
                serving,
                NewsOptions.of(parsed, serving.isLocal()),
                state,
                HttpOptions.of(parsed, world),
                HouseOptions.of(parsed, state, world));
    }

    /// A server of a folder keeps nothing elsewhere, and shows its status only where it is told to.
    private static Optional<Path> statusFolder(
            DatabaseOptions.Source source, ParseResult parsed, World world) {
        return switch (source) {
            case DatabaseOptions.Source.Folder _ -> StateOption.named(parsed, world);
            case DatabaseOptions.Source.Remote(var remote) -> Optional.of(remote.state());
        };
    }
}
