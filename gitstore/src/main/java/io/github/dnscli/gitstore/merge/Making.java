package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.merge.ZoneEdit.SetName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A zone in which edits were made, set by set; its serial has not moved, and nobody has judged it.
///
/// @param zone the zone
/// @param changes the sets that it has otherwise than before
/// @param changing which edits have changed anything, by their places in the list
/// @param clashes what could not be done
record Making(
        Zone zone,
        List<ZoneDiff.Change> changes,
        Set<Integer> changing,
        List<SetOutcome.Clash> clashes) {

    /// {@return what comes of edits}
    static Making of(Zone start, List<SetEdit> edits) {
        var zone = start;
        var changes = new ArrayList<ZoneDiff.Change>();
        var changing = new HashSet<Integer>();
        var clashes = new ArrayList<SetOutcome.Clash>();
        for (var ofSet : bySet(edits).values()) {
            var outcome = outcome(start, ofSet);
            if (!outcome.before().equals(outcome.after())) {
                zone = with(zone, ofSet.getFirst().name(), outcome.after());
                changes.add(new ZoneDiff.Change(outcome.before(), outcome.after()));
            }
            changing.addAll(outcome.changing());
            clashes.addAll(outcome.clashes());
        }
        return new Making(zone, changes, changing, clashes);
    }

    private static LinkedHashMap<SetName, List<SetEdit>> bySet(List<SetEdit> edits) {
        var sets = new LinkedHashMap<SetName, List<SetEdit>>();
        for (var edit : edits) {
            sets.computeIfAbsent(edit.name(), _ -> new ArrayList<>()).add(edit);
        }
        return sets;
    }

    private static SetOutcome outcome(Zone start, List<SetEdit> edits) {
        var first = edits.getFirst();
        var present = start.recordSet(first.name().owner(), first.name().type());
        return first.isStart()
                ? StartCourse.run(present.orElseThrow(), edits)
                : SetCourse.run(present, edits);
    }

    private static Zone with(Zone zone, SetName name, Optional<RecordSet> set) {
        return set.map(zone::with).orElseGet(() -> zone.without(name.owner(), name.type()));
    }
}
