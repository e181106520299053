package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// Judges a zone against the one it follows: secondaries take it over only if its serial is newer (RFC 1982, RFC 1995).
public final class SuccessionChecks {

    /// The records differ and the serial does not.
    public static final Check SERIAL_UNCHANGED = Check.structure("serial-unchanged");

    /// The serial is not newer.
    public static final Check SERIAL_WENT_BACK = Check.structure("serial-went-back");

    /// The zone is gone.
    public static final Check ZONE_REMOVED = note("zone-removed");

    /// The zone is new.
    public static final Check ZONE_ADDED = note("zone-added");

    /// The serial leaps, or leaves the form of a date.
    public static final Check SERIAL_JUMP = Check.structure("serial-jump").as(Severity.WARNING);

    /// No name server is left of those that the zone had.
    public static final Check APEX_NS_REPLACED =
            Check.structure("apex-ns-replaced").as(Severity.WARNING);

    /// More records are gone than somebody allows.
    public static final Check TOO_MANY_DELETIONS =
            Check.policy("too-many-deletions").as(Severity.OFF);

    private static final long HALF = 1L << 31;

    private SuccessionChecks() {}

    private static Check note(String id) {
        return Check.structure(id).as(Severity.NOTE);
    }

    /// {@return all of them}
    public static List<Check> all() {
        return List.of(
                SERIAL_UNCHANGED,
                SERIAL_WENT_BACK,
                SERIAL_JUMP,
                ZONE_REMOVED,
                ZONE_ADDED,
                APEX_NS_REPLACED,
                TOO_MANY_DELETIONS);
    }

    /// {@return what is wrong with a zone as the successor of another; nothing if they are equal}
    ///
    /// @param places where the records of the newer zone stand
    public static List<Finding> judge(Zone older, Zone newer, RecordPlaces places) {
        var before = older.serial();
        var after = newer.serial();
        if (before.isEmpty() || after.isEmpty() || older.equals(newer)) {
            return List.of();
        }
        var start = newer.recordSet(newer.origin(), RecordType.SOA).orElseThrow();
        var place = places.of(start.records().getFirst());
        if (before.equals(after)) {
            return List.of(unchanged(after.get(), place));
        }
        return after.get().isNewerThan(before.get())
                ? List.of()
                : List.of(wentBack(before.get(), after.get(), place));
    }

    private static Finding unchanged(Serial serial, Place place) {
        return SERIAL_UNCHANGED
                .at(place, "the zone has changed and its serial is still " + serial)
                .withHint(
                        "raise it to "
                                + serial.next()
                                + " or more; secondaries will not see the change otherwise");
    }

    private static Finding wentBack(Serial before, Serial after, Place place) {
        long back = before.forwardFrom(after);
        String by = back == HALF ? "neither newer nor older" : back + " back";
        return SERIAL_WENT_BACK
                .at(place, "serial " + after + " does not come after " + before + ": it is " + by)
                .withHint("raise it to " + before.next() + " or more");
    }
}
