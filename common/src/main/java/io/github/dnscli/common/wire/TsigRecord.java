package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// The TSIG record at the end of a signed message (RFC 8945 §4.2).
///
/// @param keyName the owner: the key's name
/// @param algorithm the algorithm's name, whether we know it or not
/// @param timeSigned when it was signed, in whole seconds
/// @param fudge how many seconds the clocks may be apart, 0 to 65535
/// @param mac the signature
/// @param originalId the message's id when it was signed, 0 to 65535
/// @param error what the other side found wrong with our signature
/// @param other other data, one character per octet; with BADTIME, the server's clock
/// @param start the octet of the message at which the record begins
public record TsigRecord(
        DomainName keyName,
        DomainName algorithm,
        Instant timeSigned,
        int fudge,
        Mac mac,
        int originalId,
        TsigError error,
        String other,
        int start) {

    /// How many seconds clocks may be apart (RFC 8945 §10).
    public static final int DEFAULT_FUDGE = 300;

    private static final int CLOCK_OCTETS = 6;

    /// {@return the clock of the server, as a BADTIME reply tells it (RFC 8945 §5.2.3)}
    public Optional<Instant> serverClock() {
        if (other.length() != CLOCK_OCTETS) {
            return Optional.empty();
        }
        long seconds = 0;
        for (byte octet : otherOctets()) {
            seconds = seconds << 8 | octet & 0xff;
        }
        return Optional.of(Instant.ofEpochSecond(seconds));
    }

    /// {@return the same with another signature}
    TsigRecord withMac(Mac other) {
        return new TsigRecord(
                keyName, algorithm, timeSigned, fudge, other, originalId, error, this.other, start);
    }

    /// {@return the octets of the other data; a fresh array}
    public byte[] otherOctets() {
        return other.getBytes(StandardCharsets.ISO_8859_1);
    }
}
