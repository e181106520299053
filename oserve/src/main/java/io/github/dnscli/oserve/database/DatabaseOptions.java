package io.github.dnscli.oserve.database;

import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// What the user wants of a database.
///
/// @param source where it is
/// @param removalDelay how long a zone is served on whose file is gone
public record DatabaseOptions(Source source, Duration removalDelay) {

    private static final String ZONES = "--zones";
    private static final String REMOVAL_DELAY = "--removal-delay";

    /// Where a database is.
    public sealed interface Source {

        /// In a folder of this machine.
        ///
        /// @param zones the folder
        record Folder(Path zones) implements Source {}

        /// In a git repository.
        ///
        /// @param options which, and how to get at it
        record Remote(RemoteOptions options) implements Source {}
    }

    /// Adds the options to a command.
    public static void addTo(CommandSpec spec) {
        RemoteOptions.addAddressTo(spec);
        spec.addOption(
                Options.text(ZONES, "DIR")
                        .description("The folder: a file for each zone, named like the zone.")
                        .build());
        spec.addOption(
                DurationOption.option(REMOVAL_DELAY)
                        .description(
                                "How long to serve a zone whose file is gone; meanwhile the file may come back"
                                        + " (default: 0).")
                        .build());
        RemoteOptions.addTo(spec);
    }

    /// {@return what a command line says}
    ///
    /// @throws ParameterException if it names no source, or two
    /// @throws IOException if a file that it names cannot be read
    public static DatabaseOptions of(ParseResult parsed, World world) throws IOException {
        return new DatabaseOptions(
                source(parsed, world), parsed.matchedOptionValue(REMOVAL_DELAY, Duration.ZERO));
    }

    /// {@return the same with another folder for what a server must not forget}
    public DatabaseOptions withState(Path state) {
        return switch (source) {
            case Source.Folder _ -> this;
            case Source.Remote(var remote) ->
                    new DatabaseOptions(new Source.Remote(remote.withState(state)), removalDelay);
        };
    }

    private static Source source(ParseResult parsed, World world) throws IOException {
        boolean isFolder = parsed.hasMatchedOption(ZONES);
        boolean isRemote = parsed.hasMatchedOption(RemoteOptions.REMOTE);
        if (isFolder == isRemote) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    isFolder
                            ? "'--remote' and '--zones' exclude each other"
                            : "option '--remote' or '--zones' is missing");
        }
        if (isRemote) {
            return new Source.Remote(RemoteOptions.of(parsed, world));
        }
        RemoteOptions.refuse(parsed);
        String zones = parsed.matchedOptionValue(ZONES, "");
        return new Source.Folder(world.file(zones));
    }
}
