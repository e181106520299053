package io.github.dnscli.common.transport;

import java.io.IOException;
import java.time.Duration;

/// A server did not answer. The message names the server and says how it failed.
public final class NoReplyException extends IOException {

    private static final long serialVersionUID = 1L;

    private NoReplyException(String message) {
        super(message);
    }

    static NoReplyException late(ServerAddress server, Duration timeout) {
        return new NoReplyException("no reply from %s within %s".formatted(server, words(timeout)));
    }

    static NoReplyException unconnected(ServerAddress server, Duration timeout) {
        return new NoReplyException(
                "no connection to %s within %s".formatted(server, words(timeout)));
    }

    static NoReplyException refused(ServerAddress server) {
        return new NoReplyException("connection refused by %s".formatted(server));
    }

    static NoReplyException closed(ServerAddress server) {
        return new NoReplyException("connection closed by %s before a reply".formatted(server));
    }

    static NoReplyException broken(ServerAddress server, IOException cause) {
        if (Thread.currentThread().isInterrupted()) {
            return new NoReplyException("interrupted while waiting for %s".formatted(server));
        }
        var exception =
                new NoReplyException("no reply from %s: %s".formatted(server, cause.getMessage()));
        exception.initCause(cause);
        return exception;
    }

    private static String words(Duration timeout) {
        return timeout.toMillis() % 1000 == 0
                ? timeout.toSeconds() + " s"
                : timeout.toMillis() + " ms";
    }
}
