package io.github.dnscli.gitstore.repository;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.transport.Transport;

/// A way to the remote repository, for one question.
sealed interface Line extends AutoCloseable permits HttpLine, LocalLine, PlainLine, SshLine {

    /// What asks.
    Transport transport();

    /// Why nothing came of it, if this way knows better than the exception alone tells; for people.
    Optional<String> reason(Throwable failure);

    /// How long the remote wants to be left in peace, if it said so.
    default Optional<Duration> pause() {
        return Optional.empty();
    }

    @Override
    default void close() {
        transport().close();
    }
}
