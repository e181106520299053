package io.github.dnscli.oserve.database;

import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `--state DIR`: the folder in which a server keeps what it must not forget.
public final class StateOption {

    private static final String NAME = "--state";

    private StateOption() {}

    /// {@return the option}
    public static OptionSpec.Builder option() {
        return Options.text(NAME, "DIR")
                .description(
                        "The folder for the local repository and the journal of updates (default: $STATE_DIRECTORY, as systemd"
                                + " sets it, or oserve in $XDG_STATE_HOME or in ~/.local/state).");
    }

    /// {@return the folder}
    ///
    /// @throws ParameterException if the command line names none, and the environment no home of the user
    public static Path read(ParseResult parsed, World world) {
        return find(parsed, world)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        parsed.commandSpec().commandLine(),
                                        "option '--state' is missing, and there is no home folder"));
    }

    /// {@return the folder, if the command line or the environment names one}
    public static Optional<Path> find(ParseResult parsed, World world) {
        return named(parsed, world).or(() -> ofUser(world));
    }

    /// {@return the folder, if the command line or systemd names one for this server}
    public static Optional<Path> named(ParseResult parsed, World world) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(NAME, null))
                .map(world::file)
                .or(() -> ofService(world));
    }

    /// systemd names all state folders of a service, with colons between them; the first is the main one.
    private static Optional<Path> ofService(World world) {
        return variable("STATE_DIRECTORY", world)
                .map(folders -> world.file(folders.split(":", 2)[0]));
    }

    private static Optional<Path> ofUser(World world) {
        return Stream.of(
                        variable("XDG_STATE_HOME", world).map(world::file),
                        variable("HOME", world)
                                .map(home -> world.file(home).resolve(".local/state")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(states -> states.resolve("oserve"));
    }

    private static Optional<String> variable(String name, World world) {
        return Optional.ofNullable(world.environment().get(name)).filter(value -> !value.isEmpty());
    }
}
