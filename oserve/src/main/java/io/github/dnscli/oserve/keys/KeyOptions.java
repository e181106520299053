package io.github.dnscli.oserve.keys;

import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.KeyRights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Where the user keeps keys, and what they may do.
///
/// @param paths key files, and folders of them
/// @param credentials the folder in which systemd puts the credentials of a service
/// @param command prints a key file
/// @param grants what keys may do beyond what their names say
/// @param policy a file of more grants
public record KeyOptions(
        List<Path> paths,
        Optional<Path> credentials,
        Optional<KeyCommand> command,
        List<KeyRights.Grant> grants,
        Optional<Path> policy) {

    private static final String KEYS = "--keys";
    private static final String COMMAND = "--key-command";
    private static final String GRANT = "--grant";
    private static final String POLICY = "--policy";
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    /// Copies the lists.
    public KeyOptions {
        paths = List.copyOf(paths);
        grants = List.copyOf(grants);
    }

    /// Adds the options to a command.
    public static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.repeated(KEYS, "FILE|DIR", String.class, text -> text)
                        .description(
                                "More keys, besides the key files among the zones: a key file, or a folder of them.")
                        .build());
        spec.addOption(
                Options.text(COMMAND, "CMD")
                        .description(
                                "Run this by 'sh -c' at each reading; what it prints is a key file. It has 30 seconds.")
                        .build());
        spec.addOption(
                Options.repeated(
                                GRANT,
                                "KEY:OPERATION:ZONE",
                                KeyRights.Grant.class,
                                GrantOption::parse)
                        .description(
                                "Let a key update, transfer or notify a zone, whatever the key's name says. Or in words, also"
                                        + " for some records only: 'KEY update NAMES types TYPE... [add] [delete] [from ADDRESS/BITS...]'.")
                        .build());
        spec.addOption(
                Options.file(POLICY)
                        .description(
                                "More grants: a file with one a line, in words, each behind the word 'grant'.")
                        .build());
    }

    /// {@return what a command line and the environment say}
    public static KeyOptions of(ParseResult parsed, World world) {
        List<String> paths = parsed.matchedOptionValue(KEYS, List.of());
        return new KeyOptions(
                paths.stream().map(world::file).toList(),
                Optional.ofNullable(world.environment().get(CREDENTIALS)).map(world::file),
                value(parsed, COMMAND).map(command -> new KeyCommand(command, world.directory())),
                parsed.matchedOptionValue(GRANT, List.of()),
                value(parsed, POLICY).map(world::file));
    }

    private static Optional<String> value(ParseResult parsed, String name) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(name, null));
    }
}
