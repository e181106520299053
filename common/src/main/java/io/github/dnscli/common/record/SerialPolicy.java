package io.github.dnscli.common.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How the serial of a zone moves when the zone changes. In each form the new serial is newer than the one before
/// (RFC 1982), whatever that one looks like.
public enum SerialPolicy {
    /// By one.
    INCREMENT,
    /// To the day, in UTC, and a number of two digits: `2026112401`.
    DATE,
    /// To the seconds since 1970.
    UNIX;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long MODULUS = 1L << 32;

    /// {@return a serial newer than the last, in this form if that is newer, else the last one plus one}
    ///
    /// A serial that is newer only because it has come round past 2^32 would look older to people, and is not taken.
    ///
    /// @param last the serial before
    /// @param now which day and second it is
    public Serial next(Serial last, Instant now) {
        var wanted =
                switch (this) {
                    case INCREMENT -> last.next();
                    case DATE -> new Serial(Long.parseLong(DAY.format(now)) * 100 + 1);
                    case UNIX -> new Serial(Math.floorMod(now.getEpochSecond(), MODULUS));
                };
        return wanted.isNewerThan(last) && wanted.value() > last.value() ? wanted : last.next();
    }
}
