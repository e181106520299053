package io.github.dnscli.oserve.database;

import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.gitstore.repository.CommitSettings;
import io.github.dnscli.gitstore.repository.RemoteAccess;
import io.github.dnscli.gitstore.repository.RemoteAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// What the user wants of a git repository.
///
/// @param address the branch to follow
/// @param access how to get at it
/// @param commits how commits are made
/// @param state the folder for the local repository and the journal
/// @param poll how often to fetch without being told; zero for never
/// @param pushes whether commits are pushed
/// @param notes whether faults of zones are told in a note at the commit
/// @param raisesSerials whether an operator's edit under a serial that is not newer gets a newer one
public record RemoteOptions(
        RemoteAddress address,
        RemoteAccess access,
        CommitSettings commits,
        Path state,
        Duration poll,
        boolean pushes,
        boolean notes,
        boolean raisesSerials) {

    static final String REMOTE = "--remote";

    private static final String POLL = "--poll";
    private static final String PUSH = "--push";
    private static final String NO_PUSH = "--no-push";
    private static final String NOTES = "--status-notes";
    private static final String RAISE_SERIALS = "--raise-serials";
    private static final Duration DEFAULT_POLL = Duration.ofMinutes(5);

    static void addAddressTo(CommandSpec spec) {
        spec.addOption(
                Options.text(REMOTE, "URL[#BRANCH]")
                        .description(
                                "The git repository: a file for each zone at its top, named like the zone. A URL,"
                                        + " USER@HOST:PATH or a path; without branch the one that its HEAD names.")
                        .build());
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(StateOption.option().build());
        spec.addOption(
                DurationOption.option(POLL)
                        .description(
                                "How often to fetch without being told; 0 for never (default: 5m).")
                        .build());
        spec.addOption(
                Options.flag(PUSH)
                        .description("Push updates to the repository, the default.")
                        .build());
        spec.addOption(
                Options.flag(NO_PUSH)
                        .description("Commit updates, but keep the commits here.")
                        .build());
        spec.addOption(
                Options.flag(RAISE_SERIALS)
                        .description(
                                "Give a zone that was edited under its old serial a newer one, by a commit.")
                        .build());
        spec.addOption(
                Options.flag(NOTES)
                        .description(
                                "Tell of zones with errors in a note at the commit (git notes), and push it.")
                        .build());
        AccessOptions.addTo(spec);
        CommitOptions.addTo(spec);
    }

    static RemoteOptions of(ParseResult parsed, World world) throws IOException {
        if (parsed.hasMatchedOption(PUSH) && parsed.hasMatchedOption(NO_PUSH)) {
            throw wrong(parsed, "'--push' and '--no-push' exclude each other");
        }
        return new RemoteOptions(
                address(parsed),
                AccessOptions.of(parsed, world),
                CommitOptions.of(parsed, world),
                StateOption.read(parsed, world),
                parsed.matchedOptionValue(POLL, DEFAULT_POLL),
                !parsed.hasMatchedOption(NO_PUSH),
                parsed.hasMatchedOption(NOTES),
                parsed.hasMatchedOption(RAISE_SERIALS));
    }

    RemoteOptions withState(Path other) {
        return new RemoteOptions(
                address, access, commits, other, poll, pushes, notes, raisesSerials);
    }

    /// The text may hold a password, so no converter reads it: those say what they cannot read.
    private static RemoteAddress address(ParseResult parsed) {
        try {
            return RemoteAddress.parse(parsed.matchedOptionValue(REMOTE, ""));
        } catch (IllegalArgumentException e) {
            throw wrong(parsed, "the value of option '--remote' is not valid: " + e.getMessage());
        }
    }

    /// Refuses options that mean nothing without a repository.
    static void refuse(ParseResult parsed) {
        Stream.of(
                        Stream.of(POLL, PUSH, NO_PUSH, NOTES, RAISE_SERIALS),
                        AccessOptions.NAMES.stream(),
                        CommitOptions.NAMES.stream())
                .flatMap(names -> names)
                .filter(parsed::hasMatchedOption)
                .findFirst()
                .ifPresent(
                        name -> {
                            throw wrong(
                                    parsed, "option '" + name + "' is of use with '--remote' only");
                        });
    }

    static ParameterException wrong(ParseResult parsed, String problem) {
        return new ParameterException(parsed.commandSpec().commandLine(), problem);
    }
}
