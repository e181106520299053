package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// {@return what is wrong with a zone as the successor of another, however many records are gone; nothing if they are
    /// equal}
    ///
    /// @param places where the records of the newer zone stand
    public static List<Finding> judge(Zone older, Zone newer, RecordPlaces places) {
        return judge(older, newer, places, Optional.empty());
    }

    /// {@return what is wrong with a zone as the successor of another; nothing if they are equal}
    ///
    /// @param older the zone before; without records if it is new
    /// @param newer the zone after; without records if it is gone
    /// @param places where the records of the newer zone stand
    /// @param maxDeletedPercent how many percent of the records may go, 0 to 100, if somebody cares; that more are gone is
    ///     then an error
    public static List<Finding> judge(
            Zone older, Zone newer, RecordPlaces places, Optional<Integer> maxDeletedPercent) {
        var findings = new ArrayList<Finding>();
        if (isEmpty(older) || isEmpty(newer)) {
            comeOrGone(older, newer, places).ifPresent(findings::add);
        } else {
            SerialSuccession.judge(older, newer, places).ifPresent(findings::add);
            replacedServers(older, newer, places).ifPresent(findings::add);
        }
        maxDeletedPercent
                .flatMap(percent -> deletions(older, newer, places, percent))
                .ifPresent(findings::add);
        return findings;
    }

    private static boolean isEmpty(Zone zone) {
        return zone.recordSets().findAny().isEmpty();
    }

    private static Optional<Finding> comeOrGone(Zone older, Zone newer, RecordPlaces places) {
        if (isEmpty(older) == isEmpty(newer)) {
            return Optional.empty();
        }
        String name = "zone '" + newer.origin().display() + "'";
        return Optional.of(
                isEmpty(older)
                        ? ZONE_ADDED.at(places.whole(), name + " is new")
                        : ZONE_REMOVED.at(
                                places.whole(), name + " is gone: nothing is left of it"));
    }

    private static Optional<Finding> replacedServers(Zone older, Zone newer, RecordPlaces places) {
        var before = older.recordSet(older.origin(), RecordType.NS);
        var after = newer.recordSet(newer.origin(), RecordType.NS);
        if (before.isEmpty()
                || after.isEmpty()
                || ZoneComparison.common(before.get().data(), after.get().data()) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                APEX_NS_REPLACED
                        .at(
                                places.of(after.get().records().getFirst()),
                                "none of the "
                                        + before.get().data().size()
                                        + " name servers of '"
                                        + newer.origin().display()
                                        + "' is left")
                        .withHint(
                                "keep an old one until the parent zone and all caches know the new ones"));
    }

    private static Optional<Finding> deletions(
            Zone older, Zone newer, RecordPlaces places, int percent) {
        var comparison = ZoneComparison.of(older, newer);
        if (comparison.gone() * 100 <= comparison.total() * percent) {
            return Optional.empty();
        }
        return Optional.of(
                TOO_MANY_DELETIONS
                        .at(
                                places.whole(),
                                "%s of %s records are gone, more than the %s %% that are allowed"
                                        .formatted(comparison.gone(), comparison.total(), percent))
                        .withHint("see whether the file is complete")
                        .as(Severity.ERROR));
    }
}
