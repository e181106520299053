package io.github.dnscli.certifier.acme;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer of no use that brings no problem document, as from a proxy in front of an authority.
final class HttpRefusal extends IOException {

    private static final long serialVersionUID = 1;

    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;
    private final @Nullable Instant retryAfter;

    HttpRefusal(int status, @Nullable Instant retryAfter) {
        super("HTTP status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static boolean isError(int status) {
        return status >= CLIENT_ERROR;
    }

    /// {@return whether the same request will fare no better later}
    boolean isFinal() {
        return status < SERVER_ERROR && !isTooMany();
    }

    /// {@return whether there were too many requests (RFC 6585 §4)}
    boolean isTooMany() {
        return status == TOO_MANY_REQUESTS;
    }

    Optional<Instant> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
