package io.github.dnscli.certifier.authority;

import java.util.Locale;

/// Why there is no certificate.
///
/// @param kind what sort of thing went wrong, for metrics and for programs
/// @param problem all that is known, for people, in one line; what the authority said is told in full
public record Failure(Kind kind, String problem) {

    /// Sorts of failure.
    public enum Kind {
        /// The authority cannot be reached, or does not speak as it should.
        UNREACHABLE,
        /// The authority has been asked too often.
        RATE_LIMITED,
        /// The authority does not issue for these names or this key, whoever asks.
        REJECTED,
        /// A CAA record forbids it (RFC 8659).
        CAA,
        /// The account is unknown, closed, or wants something done by hand.
        ACCOUNT,
        /// The proof could not be put into the DNS.
        CHALLENGE,
        /// The proof did not reach all name servers in time.
        PROPAGATION,
        /// The authority looked for the proof and did not find it good.
        VALIDATION,
        /// The order came to nothing in another way.
        ORDER,
        /// What was issued is not what was ordered.
        MISFIT,
        /// The state cannot be kept, or another thing on this machine fails.
        LOCAL;

        /// {@return the word for it in metrics and status, such as `rate-limited`}
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
