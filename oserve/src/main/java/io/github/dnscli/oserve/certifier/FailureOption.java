package io.github.dnscli.oserve.certifier;

import io.github.dnscli.cli.KeySource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// What to run when there is no certificate.
///
/// @param command what the shell is told; empty to run nothing
/// @param withheld variables of our environment that it does not see, since keys stand there
public record FailureOption(Optional<String> command, Set<String> withheld) {

    private static final Pattern VARIABLE = Pattern.compile("(?:^|=)env:(\\w+)$");

    /// Copies the set.
    public FailureOption {
        withheld = Set.copyOf(withheld);
    }

    /// {@return what is run by a command line}: it sees no variable that the command line takes a key or secret from
    static FailureOption of(Optional<String> command, ParseResult parsed) {
        var named =
                parsed.originalArgs().stream()
                        .flatMap(word -> VARIABLE.matcher(word).results())
                        .map((MatchResult found) -> found.group(1));
        return new FailureOption(
                command,
                Stream.concat(Stream.of(KeySource.VARIABLE), named).collect(Collectors.toSet()));
    }
}
