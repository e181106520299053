package io.github.dnscli.certifier.own;

import io.github.dnscli.certifier.authority.RevocationReason;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A certificate that was revoked.
///
/// @param serial its serial number
/// @param at when it was revoked, in whole seconds
/// @param reason why
/// @param expires its last second; after that nobody trusts it anyway
record RevokedCertificate(BigInteger serial, Instant at, RevocationReason reason, Instant expires) {

    private static final Pattern TEXT =
            Pattern.compile("revoked (\\S+)\nreason ([A-Z_]+)\nexpires (\\S+)\n");

    /// {@return what is kept of it; the serial number is in the name it is kept under}
    String text() {
        return "revoked %s\nreason %s\nexpires %s\n".formatted(at, reason, expires);
    }

    /// {@return what a kept text says, if it is one}
    static Optional<RevokedCertificate> parse(BigInteger serial, String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RevokedCertificate(
                            serial,
                            Instant.parse(match.group(1)),
                            RevocationReason.valueOf(match.group(2)),
                            Instant.parse(match.group(3))));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
