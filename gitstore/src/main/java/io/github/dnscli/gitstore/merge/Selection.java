package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds out which of several edits can be made where all together would make a zone unsound: name by name, and where a
/// name is at fault, edit by edit. What is done to one set does not depend on what is done to another, but whether it is
/// sound may; so what was no good is tried again when more has been made.
final class Selection {

    private final Zone start;
    private final Map<DomainName, List<SetEdit>> edits = new LinkedHashMap<>();
    private final List<SetEdit> kept = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private Zone zone;

    /// What an edit does at a name, and cannot.
    ///
    /// @param parts at least one
    /// @param fault what would come of it
    private record Refused(List<SetEdit> parts, Finding fault) {

        SetOutcome.Clash clash() {
            List<ResourceRecord> removed =
                    parts.stream().flatMap(part -> part.removed().stream()).toList();
            List<ResourceRecord> added =
                    parts.stream().flatMap(part -> part.added().stream()).toList();
            return new SetOutcome.Clash(
                    parts.getFirst().edit(),
                    parts.getFirst().name().owner(),
                    "cannot " + RecordWords.change(removed, added) + ": then " + fault.message());
        }
    }

    private Selection(Zone start, List<SetEdit> all) {
        this.start = start;
        this.zone = start;
        for (var edit : all) {
            edits.computeIfAbsent(edit.name().owner(), _ -> new ArrayList<>()).add(edit);
        }
    }

    /// {@return which edits can be made}
    static Selection of(Zone start, List<SetEdit> edits) {
        var selection = new Selection(start, edits);
        var rest = List.copyOf(selection.edits.keySet());
        for (int before = Integer.MAX_VALUE; rest.size() < before; ) {
            before = rest.size();
            rest = selection.withoutSound(rest);
        }
        rest.forEach(selection::sift);
        boolean hasMore;
        do {
            hasMore = selection.refused.removeIf(selection::isGoodNow);
        } while (hasMore);
        return selection;
    }

    /// {@return the edits that can be made, those of one set in their order}
    List<SetEdit> kept() {
        return kept;
    }

    /// {@return what cannot be done}
    List<SetOutcome.Clash> left() {
        return refused.stream().map(Refused::clash).toList();
    }

    /// {@return the faults for which a zone must not be served after edits, those left out that were there before}
    static List<Finding> faults(Zone before, Making after) {
        var scope = Scope.after(after.diff());
        var faults = ZoneChecks.faults(after.zone(), scope);
        if (faults.isEmpty()) {
            return faults;
        }
        var old = Set.copyOf(ZoneChecks.faults(before, scope));
        return faults.stream().filter(fault -> !old.contains(fault)).toList();
    }

    /// {@return the names at which the edits are no good yet}; halves are tried, halves of them, and so on, because mostly
    /// few names are at fault
    private List<DomainName> withoutSound(List<DomainName> names) {
        var parts = names.stream().flatMap(this::at).toList();
        if (parts.isEmpty() || fault(parts).isEmpty()) {
            keep(parts);
            return List.of();
        }
        if (names.size() == 1) {
            return names;
        }
        int half = names.size() / 2;
        var rest = new ArrayList<>(withoutSound(names.subList(0, half)));
        rest.addAll(withoutSound(names.subList(half, names.size())));
        return rest;
    }

    private Stream<SetEdit> at(DomainName name) {
        return edits.getOrDefault(name, List.of()).stream();
    }

    private void sift(DomainName name) {
        var byEdit = new TreeMap<Integer, List<SetEdit>>();
        at(name).forEach(
                        part ->
                                byEdit.computeIfAbsent(part.edit(), _ -> new ArrayList<>())
                                        .add(part));
        byEdit.values()
                .forEach(
                        parts ->
                                fault(parts)
                                        .ifPresentOrElse(
                                                fault -> refused.add(new Refused(parts, fault)),
                                                () -> keep(parts)));
    }

    /// What a later edit has done to the same set cannot be done after it.
    private boolean isGoodNow(Refused once) {
        boolean isOvertaken =
                once.parts().stream().anyMatch(part -> kept.stream().anyMatch(part::isBefore));
        if (isOvertaken || fault(once.parts()).isPresent()) {
            return false;
        }
        keep(once.parts());
        return true;
    }

    private Optional<Finding> fault(List<SetEdit> parts) {
        var trial = Making.of(zone, parts);
        return faults(start, trial).stream().findFirst();
    }

    private void keep(List<SetEdit> parts) {
        zone = Making.of(zone, parts).zone();
        kept.addAll(parts);
    }
}
