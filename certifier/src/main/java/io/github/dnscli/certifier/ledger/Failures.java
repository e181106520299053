package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.authority.Failure;
import java.time.Duration;
import java.time.Instant;

/// Attempts that came to nothing since the last that did not.
///
/// @param authority with whom
/// @param count how many, 1 or more
/// @param next when to try again
/// @param last what went wrong in the last of them
/// @param at when that was
public record Failures(String authority, int count, Instant next, Failure last, Instant at) {

    /// How much a clock may be put right, and its times still count.
    private static final Duration CORRECTION = Duration.ofHours(1);

    /// {@return whether it is to be waited on account of them}; those of a clock that was far ahead say nothing
    public boolean hold(Instant now) {
        return now.isBefore(next) && !now.isBefore(at.minus(CORRECTION));
    }

    /// {@return whether somebody but the authority can have mended what went wrong}
    public boolean mayBeMended() {
        return last.kind() != Failure.Kind.RATE_LIMITED;
    }

    /// {@return whether another request for the same names would fare no better}
    public boolean concernNames() {
        return switch (last.kind()) {
            case UNREACHABLE,
                    RATE_LIMITED,
                    CAA,
                    ACCOUNT,
                    CHALLENGE,
                    PROPAGATION,
                    VALIDATION,
                    ORDER ->
                    true;
            case REJECTED, MISFIT, LOCAL -> false;
        };
    }
}
