package io.github.dnscli.common.record;

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
        long total = 0;
        long number = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.min(Math.max(number, 0) * 10 + c - '0', 1L << 40);
            } else {
                long unit = unit(c);
                if (number < 0 || unit == 0) {
                    return Optional.empty();
                }
                total = Math.min(total + number * unit, 1L << 53);
                number = -1;
            }
        }
        boolean unitsUsed = !text.isEmpty() && unit(text.charAt(text.length() - 1)) != 0;
        return number < 0 && !unitsUsed
                ? Optional.empty()
                : Optional.of(total + Math.max(number, 0));
    }

    private static long unit(char c) {
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
