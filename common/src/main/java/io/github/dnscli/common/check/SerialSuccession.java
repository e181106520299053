package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.time.YearMonth;
import java.util.Optional;

/// Judges the serial of a zone against that of its predecessor, in the circular arithmetic of RFC 1982.
final class SerialSuccession {

    private static final long HALF = 1L << 31;

    /// A leap as long as this leaves one more of its length before serials seem to go back.
    private static final long LONG = 1L << 30;

    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2199;

    private final Serial before;
    private final Serial after;
    private final Place place;

    private SerialSuccession(Serial before, Serial after, Place place) {
        this.before = before;
        this.after = after;
        this.place = place;
    }

    /// {@return what is wrong with the newer zone's serial; nothing if one of the zones has none}
    static Optional<Finding> judge(Zone older, Zone newer, RecordPlaces places) {
        var before = older.serial();
        var start = newer.recordSet(newer.origin(), RecordType.SOA);
        if (before.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        var after = newer.serial().orElseThrow();
        var place = places.of(start.get().records().getFirst());
        var succession = new SerialSuccession(before.get(), after, place);
        if (before.get().equals(after)) {
            return ZoneComparison.differ(older, newer)
                    ? Optional.of(succession.unchanged())
                    : Optional.empty();
        }
        return after.isNewerThan(before.get())
                ? succession.jump()
                : Optional.of(succession.wentBack());
    }

    private Finding unchanged() {
        return SuccessionChecks.SERIAL_UNCHANGED
                .at(place, "the zone has changed and its serial is still " + after)
                .withHint(
                        "raise it to "
                                + after.next()
                                + " or more; secondaries will not see the change otherwise");
    }

    private Finding wentBack() {
        return SuccessionChecks.SERIAL_WENT_BACK
                .at(
                        place,
                        "serial "
                                + after
                                + " does not come after "
                                + before
                                + ": it is "
                                + distance())
                .withHint("raise it to " + before.next() + " or more" + wayRound());
    }

    private String distance() {
        long back = before.forwardFrom(after);
        if (back == HALF) {
            return "neither newer nor older";
        }
        return after.value() < before.value()
                ? back + " back"
                : after.forwardFrom(before) + " ahead, and from " + HALF + " on that is behind";
    }

    /// How secondaries get to a serial that is behind theirs: by way of one that is as far ahead as it may be (RFC 2182
    /// §7).
    private String wayRound() {
        var halfway = new Serial((before.value() + HALF - 1) % (2 * HALF));
        return after.isNewerThan(halfway)
                ? "; or, if it must be "
                        + after
                        + ", publish "
                        + halfway
                        + " first and wait until every secondary has it"
                : "";
    }

    private Optional<Finding> jump() {
        long ahead = after.forwardFrom(before);
        if (ahead > LONG) {
            return Optional.of(
                    jump(
                            "the serial leaps ahead by "
                                    + ahead
                                    + ", from "
                                    + before
                                    + " to "
                                    + after,
                            "if that is no mistake, go on in small steps: serials can only go up, and "
                                    + HALF
                                    + " ahead is behind"));
        }
        return isDate(before) && !isDate(after)
                ? Optional.of(
                        jump(
                                "serial "
                                        + before
                                        + " is a date with a number behind it, and "
                                        + after
                                        + " is none",
                                "go on with the date of the change, as YYYYMMDDnn"))
                : Optional.empty();
    }

    private Finding jump(String message, String hint) {
        return SuccessionChecks.SERIAL_JUMP.at(place, message).withHint(hint);
    }

    /// The form YYYYMMDDnn that RFC 1912 §2.2 recommends.
    private static boolean isDate(Serial serial) {
        int date = (int) (serial.value() / 100);
        int year = date / 10_000;
        int month = date / 100 % 100;
        int day = date % 100;
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
