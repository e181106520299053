package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The remote repository cannot be used right now. The message is for people and holds no secret.
public final class RemoteTrouble extends IOException {

    private static final long serialVersionUID = 1;

    private final @Nullable Duration pause;

    /// Makes one.
    public RemoteTrouble(String message, Throwable cause) {
        this(message, cause, Optional.empty());
    }

    /// Makes one of a remote that says when it wants to be asked again.
    public RemoteTrouble(String message, Throwable cause, Optional<Duration> pause) {
        super(message, cause);
        this.pause = pause.orElse(null);
    }

    /// {@return how long the remote wants to be left in peace, if it says so (RFC 9110 §10.2.3)}
    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }
}
