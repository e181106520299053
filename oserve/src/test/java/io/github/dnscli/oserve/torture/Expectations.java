package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What must be in the zones at the end: whatever was acknowledged to clients, and whatever the operator pushed. Used by
/// all at once.
final class Expectations {

    private final Map<Slot, Optional<RecordSet>> sets = new ConcurrentHashMap<>();
    private final Map<Slot, Set<RecordData>> members = new ConcurrentHashMap<>();
    private final Set<String> comments = ConcurrentHashMap.newKeySet();
    private final Set<String> contested = ConcurrentHashMap.newKeySet();

    /// A set that only one writes is this, or not there.
    void set(Slot slot, Optional<RecordSet> set) {
        sets.put(slot, set);
    }

    /// A set that all add to holds this, too.
    void member(Slot slot, RecordData data) {
        members.computeIfAbsent(slot, _ -> ConcurrentHashMap.newKeySet()).add(data);
    }

    void comment(String comment) {
        comments.add(comment);
    }

    void noComment(String comment) {
        comments.remove(comment);
    }

    /// A word that was in a version of a file once, or was reported to be in conflict with the operator's wishes.
    void contested(String word) {
        contested.add(word);
    }

    Set<String> contested() {
        return Set.copyOf(contested);
    }

    /// {@return what of this is not so}
    List<String> unmet(Remains remains) {
        var unmet = new ArrayList<String>();
        sets.forEach((slot, wanted) -> compare(slot, wanted, remains).ifPresent(unmet::add));
        members.forEach((slot, wanted) -> unmet.addAll(missing(slot, wanted, remains)));
        comments.stream()
                .filter(
                        comment ->
                                remains.texts().values().stream()
                                        .noneMatch(t -> t.contains(comment)))
                .forEach(comment -> unmet.add("no file has the comment '" + comment + "'"));
        remains.texts()
                .forEach(
                        (zone, text) ->
                                ZoneText.comments().stream()
                                        .filter(comment -> !text.contains(comment))
                                        .forEach(c -> unmet.add(zone + " has lost '" + c + "'")));
        return unmet;
    }

    private static Optional<RecordSet> found(Slot slot, Remains remains) {
        return remains.zone(slot.zone()).recordSet(slot.owner(), slot.type());
    }

    private static Optional<String> compare(
            Slot slot, Optional<RecordSet> wanted, Remains remains) {
        var found = found(slot, remains);
        return found.map(Expectations::comparable).equals(wanted.map(Expectations::comparable))
                ? Optional.empty()
                : Optional.of("%s: not %s but %s".formatted(slot, wanted, found));
    }

    private static List<String> missing(Slot slot, Set<RecordData> wanted, Remains remains) {
        var missing = new HashSet<>(wanted);
        found(slot, remains).ifPresent(set -> missing.removeAll(Set.copyOf(set.data())));
        return missing.stream().map(data -> slot + ": missing " + data).toList();
    }

    /// The order of the data in a set is nobody's concern.
    private static Map<String, Object> comparable(RecordSet set) {
        return Map.of("ttl", set.ttl(), "data", Set.copyOf(set.data()));
    }
}
