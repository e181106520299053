package io.github.dnscli.cli.document;

import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.ServerArgument;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/// What a shell can offer for a value.
sealed interface Completes {

    /// One of a few words.
    ///
    /// @param words the words
    record Words(List<String> words) implements Completes {}

    /// The name of a file.
    record Files() implements Completes {}

    /// The name of a folder.
    record Folders() implements Completes {}

    /// The name of a host.
    record Hosts() implements Completes {}

    /// A TSIG key: `@` with the name of a file behind, `env:` with that of a variable, or the key itself.
    record Keys() implements Completes {}

    /// Nothing that a shell could know.
    record Nothing() implements Completes {}

    /// The labels by which the commands name folders and hosts.
    Set<String> FOLDER_LABELS = Set.of("DIR", "FOLDER");

    /// See [#FOLDER_LABELS].
    Set<String> HOST_LABELS = Set.of("HOST", "SERVER");

    static Completes of(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            return new Words(words(argument.completionCandidates()));
        }
        if (FOLDER_LABELS.contains(argument.paramLabel())) {
            return new Folders();
        }
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type == KeySource.class) {
            return new Keys();
        }
        if (type == Path.class || type == File.class || argument.paramLabel().startsWith("FILE")) {
            return new Files();
        }
        boolean host = type == ServerArgument.class || HOST_LABELS.contains(argument.paramLabel());
        return host ? new Hosts() : new Nothing();
    }

    private static List<String> words(Iterable<String> candidates) {
        return StreamSupport.stream(candidates.spliterator(), false).toList();
    }
}
