package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.commit.EditGroups;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.merge.Replay;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ZoneReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the zones of a commit become when acknowledged changes are made in them that the commit does not have.
///
/// @param starts the zones that can be served, as the commit has them
/// @param zones the same with the changes made, under the serials they shall have
/// @param conflicts the changes that cannot be made
record Integration(
        Map<DomainName, Zone> starts, Map<DomainName, Zone> zones, List<Conflict> conflicts) {

    /// Copies the collections.
    Integration {
        starts = Map.copyOf(starts);
        zones = Map.copyOf(zones);
        conflicts = List.copyOf(conflicts);
    }

    /// {@return what comes of making changes}
    ///
    /// @param reading the files of the commit
    /// @param edits the changes, of any zones; those of zones that cannot be served are left alone
    /// @param served what secondaries may have; nothing else gets one of its serials
    /// @param floors serials that secondaries may have seen besides, by zone; for zones with changes
    /// @param raises for which zones an operator's change under an old serial gets a newer one
    static Integration of(
            Reading reading,
            List<ZoneEdit> edits,
            Map<DomainName, Zone> served,
            Map<DomainName, Serial> floors,
            Predicate<DomainName> raises) {
        var byZone = edits.stream().collect(Collectors.groupingBy(ZoneEdit::zone));
        var starts = new HashMap<DomainName, Zone>();
        var zones = new HashMap<DomainName, Zone>();
        var conflicts = new ArrayList<Conflict>();
        for (var found : reading.zones()) {
            if (found instanceof ZoneReading.Good good) {
                var start = good.zone();
                var own = byZone.getOrDefault(good.origin(), List.of());
                var replay = Replay.of(start, own);
                boolean isOurs = raises.test(good.origin()) || !own.isEmpty();
                var zone = withRoom(start, replay.zone(), own);
                starts.put(good.origin(), start);
                var seen = served.getOrDefault(good.origin(), start);
                var floor = own.isEmpty() ? Optional.<Serial>empty() : floor(floors, good.origin());
                zones.put(good.origin(), isOurs ? newerThan(raised(seen, floor), zone) : zone);
                conflicts.addAll(replay.conflicts());
            }
        }
        return new Integration(starts, zones, conflicts);
    }

    private static Optional<Serial> floor(Map<DomainName, Serial> floors, DomainName origin) {
        return Optional.ofNullable(floors.get(origin));
    }

    private static Zone raised(Zone seen, Optional<Serial> floor) {
        return floor.filter(serial -> serial.isNewerThan(serial(seen)))
                .map(seen::withSerial)
                .orElse(seen);
    }

    /// Each commit that changes the zone needs a serial of its own.
    private static Zone withRoom(Zone start, Zone zone, List<ZoneEdit> edits) {
        if (zone.equals(start)) {
            return zone;
        }
        var least = start.serial().orElseThrow();
        for (var _ : EditGroups.of(edits).edits()) {
            least = least.next();
        }
        return least.isNewerThan(serial(zone)) ? zone.withSerial(least) : zone;
    }

    /// {@return a zone under a serial that is newer than another's, unless the two are the same}
    static Zone newerThan(Zone other, Zone zone) {
        return zone.equals(other) || serial(zone).isNewerThan(serial(other))
                ? zone
                : zone.withSerial(serial(other).next());
    }

    private static Serial serial(Zone zone) {
        return zone.serial().orElseThrow();
    }

    /// {@return the reading with the changes made}
    Reading applied(Reading reading) {
        return new Reading(
                reading.zones().stream().map(this::applied).toList(),
                reading.keys(),
                reading.others());
    }

    private ZoneReading applied(ZoneReading found) {
        return switch (found) {
            case ZoneReading.Good good -> good.with(zones.getOrDefault(good.origin(), good.zone()));
            case ZoneReading.Faulty faulty -> faulty;
            case ZoneReading.Unlike unlike -> unlike;
            case ZoneReading.Unreadable unreadable -> unreadable;
        };
    }
}
