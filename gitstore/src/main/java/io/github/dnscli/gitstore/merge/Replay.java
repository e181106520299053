package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes acknowledged changes again in a zone that somebody else may have changed meanwhile.
///
/// @param zone what they lead to: structurally sound if the zone before was; its serial newer than before if anything
///     differs, and not older than that of any of the edits, as far as RFC 1982 lets both be
/// @param conflicts what could not be done, in the order of the edits
public record Replay(Zone zone, List<Conflict> conflicts) {

    /// Copies the list.
    public Replay {
        conflicts = List.copyOf(conflicts);
    }

    /// {@return what comes of making edits again, in their order, record by record: what they removed is gone, what they
    /// added is there, all else is as it is. Made where they were made first, they lead to the same zone, serial included;
    /// made twice, to the same as once}
    ///
    /// What contradicts the zone is left out: another value for an alias or a field of the SOA record that has got a third
    /// one meanwhile, and whatever would make the zone unsound, at just the names and from just the edits that are at
    /// fault. The cost is that of the edits, unless one takes addresses away (see [io.github.dnscli.common.check.Scope#after]).
    ///
    /// @param start a zone that can be served
    /// @param edits of that zone
    public static Replay of(Zone start, List<ZoneEdit> edits) {
        var parts = SetEdit.of(edits);
        var made = Making.of(start, parts);
        var clashes = new ArrayList<SetOutcome.Clash>();
        if (!Selection.faults(start, made).isEmpty()) {
            var selection = Selection.of(start, parts);
            made = Making.of(start, selection.kept());
            clashes.addAll(selection.left());
        }
        clashes.addAll(made.clashes());
        clashes.sort(Comparator.comparingInt(SetOutcome.Clash::edit));
        return new Replay(numbered(start, made, edits, clashes), conflicts(edits, clashes));
    }

    private static Zone numbered(
            Zone start, Making made, List<ZoneEdit> edits, List<SetOutcome.Clash> clashes) {
        var first = start.serial().orElseThrow();
        if (made.diff().isEmpty()
                && edits.stream().noneMatch(edit -> edit.after().isNewerThan(first))) {
            return start;
        }
        var broken = broken(clashes);
        var course = new SerialCourse(first);
        for (int i = 0; i < edits.size(); i++) {
            course.follow(edits.get(i), !broken.contains(i), made.changing().contains(i));
        }
        return course.now().equals(first) ? made.zone() : made.zone().withSerial(course.now());
    }

    private static Set<Integer> broken(List<SetOutcome.Clash> clashes) {
        var broken = new HashSet<Integer>();
        clashes.forEach(clash -> broken.add(clash.edit()));
        return broken;
    }

    private static List<Conflict> conflicts(List<ZoneEdit> edits, List<SetOutcome.Clash> clashes) {
        return clashes.stream()
                .map(clash -> new Conflict(edits.get(clash.edit()), clash.owner(), clash.reason()))
                .toList();
    }
}
