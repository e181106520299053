package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.merge.ZoneEdit.SetName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A zone in which edits were made, set by set; its serial has not moved, and nobody has judged it.
///
/// @param zone the zone
/// @param diff how it differs from what it was before
/// @param changing which edits have changed anything, by their places in the list
/// @param clashes what could not be done
record Making(Zone zone, ZoneDiff diff, Set<Integer> changing, List<SetOutcome.Clash> clashes) {

    private static final Comparator<SetName> CANONICAL =
            Comparator.comparing(SetName::owner).thenComparing(SetName::type);

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
        return new Making(zone, new ZoneDiff(changes), changing, clashes);
    }

    private static TreeMap<SetName, List<SetEdit>> bySet(List<SetEdit> edits) {
        var sets = new TreeMap<SetName, List<SetEdit>>(CANONICAL);
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
