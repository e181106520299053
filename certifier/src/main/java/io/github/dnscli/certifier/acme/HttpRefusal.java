package io.github.dnscli.certifier.acme;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer that asks for patience without a problem document, as from a proxy in front of an authority.
final class HttpRefusal extends IOException {

    private static final long serialVersionUID = 1;

    private final @Nullable Instant retryAfter;

    HttpRefusal(int status, @Nullable Instant retryAfter) {
        super("HTTP status " + status);
        this.retryAfter = retryAfter;
    }

    Optional<Instant> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
