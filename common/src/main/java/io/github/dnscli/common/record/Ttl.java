package io.github.dnscli.common.record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A time to live, or a timer of an SOA record.
///
/// @param seconds 0 to 2147483647 (RFC 2181 §8)
public record Ttl(int seconds) implements Comparable<Ttl> {

    /// The longest one.
    public static final Ttl MAX = new Ttl(Integer.MAX_VALUE);

    /// Checks the range.
    public Ttl {
        if (seconds < 0) {
            throw new IllegalArgumentException("a TTL of " + seconds + " s is negative");
        }
    }

    /// {@return the TTL of a whole number of seconds}
    public static Ttl of(Duration duration) {
        return new Ttl(Math.toIntExact(duration.toSeconds()));
    }

    /// {@return the seconds that a text means: a number, or numbers with the units `w`, `d`, `h`, `m`, `s` in any
    /// case, as in `1h30m`}; empty when it means nothing. Values past the range of a TTL are returned as they are,
    /// at the most 2^53.
    public static Optional<Long> parseSeconds(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        long seconds = seconds(octets, 0, octets.length);
        return seconds < 0 ? Optional.empty() : Optional.of(seconds);
    }

    /// {@return the seconds that a part of a text means, as [#parseSeconds] reads them; -1 when it means nothing}
    public static long seconds(byte[] text, int start, int end) {
        long total = 0;
        long number = -1;
        for (int i = start; i < end; i++) {
            int c = text[i];
            if (c >= '0' && c <= '9') {
                number = Math.min(Math.max(number, 0) * 10 + c - '0', 1L << 40);
            } else {
                long unit = unit(c);
                if (number < 0 || unit == 0) {
                    return -1;
                }
                total = Math.min(total + number * unit, 1L << 53);
                number = -1;
            }
        }
        return start == end ? -1 : total + Math.max(number, 0);
    }

    private static long unit(int c) {
        return switch (c) {
            case 's', 'S' -> 1;
            case 'm', 'M' -> 60;
            case 'h', 'H' -> 3600;
            case 'd', 'D' -> 86400;
            case 'w', 'W' -> 604800;
            default -> 0;
        };
    }

    @Override
    public int compareTo(Ttl other) {
        return Integer.compare(seconds, other.seconds);
    }

    @Override
    public String toString() {
        return Integer.toString(seconds);
    }
}
