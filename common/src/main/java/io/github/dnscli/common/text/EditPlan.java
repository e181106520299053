package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.RecordColumns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What becomes of the records of a file that are to change, and behind which record new ones go. Records are known by
/// their number in the file; all that are not spoken of stay.
final class EditPlan {

    private static final Comparator<ResourceRecord> CANONICAL =
            Comparator.comparing(ResourceRecord::owner).thenComparing(ResourceRecord::data);

    /// Which set a record belongs to.
    private record Key(DomainName owner, RecordType type) {}

    private final ZoneFile file;
    private final RecordColumns columns;
    private final TreeMap<Integer, Optional<ResourceRecord>> fates = new TreeMap<>();
    private final TreeMap<Integer, List<ResourceRecord>> additions = new TreeMap<>();

    /// Records whose sets have no line in the file to go behind.
    private final List<ResourceRecord> homeless = new ArrayList<>();

    private EditPlan(ZoneFile file) {
        this.file = file;
        this.columns = file.columns();
    }

    /// {@return the plan that brings about the changes}
    static EditPlan of(ZoneFile file, List<? extends SetChange> changes) {
        var plan = new EditPlan(file);
        var seen = new HashSet<Key>();
        for (var change : changes) {
            var key = new Key(change.owner(), change.type());
            if (!seen.add(key)) {
                throw new IllegalArgumentException("two changes of one set: " + key);
            }
            plan.plan(change);
        }
        plan.house();
        plan.additions.values().forEach(added -> added.sort(CANONICAL));
        return plan;
    }

    /// {@return why the plan cannot be carried out}
    Optional<String> obstacle() {
        return fates.keySet().stream()
                .filter(number -> !file.isWrittenHere(number))
                .findFirst()
                .map(number -> elsewhere(file.placed(number)));
    }

    private static String elsewhere(PlacedRecord placed) {
        return "%s '%s' %s"
                .formatted(
                        placed.type(),
                        placed.owner().display(),
                        placed.isGenerated()
                                ? "is made by the $GENERATE at "
                                        + placed.place()
                                        + ", which stands for other records too"
                                : "stands at " + placed.place() + ", in an included file");
    }

    /// {@return the numbers of the records that do not stay as they are or are followed by new ones}
    NavigableSet<Integer> numbers() {
        var numbers = new TreeSet<>(fates.keySet());
        numbers.addAll(additions.keySet());
        return numbers;
    }

    /// {@return what stands in a record's place; empty if it goes}
    Optional<ResourceRecord> fate(int number) {
        var fate = fates.get(number);
        return fate == null ? Optional.of(columns.record(number)) : fate;
    }

    /// {@return the new records behind a record, in order; those at the end of the file are behind the one that is not
    /// there any more}
    List<ResourceRecord> additions(int number) {
        return additions.getOrDefault(number, List.of());
    }

    private void plan(SetChange change) {
        var present = columns.numbers(change.owner(), change.type());
        switch (change) {
            case SetChange.Put(var set) -> put(present, set);
            case SetChange.Remove _ ->
                    present.forEach(number -> fates.put(number, Optional.empty()));
        }
    }

    private void put(List<Integer> present, RecordSet set) {
        var wanted = new TreeMap<RecordData, ResourceRecord>();
        set.records().forEach(record -> wanted.put(record.data(), record));
        var missing = new TreeMap<>(wanted);
        for (int number : present) {
            var old = columns.record(number);
            missing.remove(old.data());
            keep(number, old, Optional.ofNullable(wanted.get(old.data())));
        }
        var added = new ArrayList<>(missing.values());
        if (present.size() == 1 && fate(present.getFirst()).isEmpty() && !added.isEmpty()) {
            fates.put(present.getFirst(), Optional.of(added.removeFirst()));
        }
        add(present, added);
    }

    private void keep(int number, ResourceRecord old, Optional<ResourceRecord> wanted) {
        if (wanted.isEmpty()) {
            fates.put(number, Optional.empty());
        } else if (!wanted.get().ttl().equals(old.ttl())) {
            var kept = new ResourceRecord(old.owner(), wanted.get().ttl(), old.data());
            fates.put(number, Optional.of(kept));
        }
    }

    private void add(List<Integer> present, List<ResourceRecord> added) {
        var last = present.stream().filter(file::isWrittenHere).reduce((_, next) -> next);
        last.ifPresentOrElse(number -> add(number, added), () -> homeless.addAll(added));
    }

    private void add(int number, Collection<ResourceRecord> added) {
        if (!added.isEmpty()) {
            additions.computeIfAbsent(number, _ -> new ArrayList<>()).addAll(added);
        }
    }

    private void house() {
        var owners = homeless.stream().map(ResourceRecord::owner).toList();
        var anchors = Anchors.of(file, owners);
        homeless.forEach(record -> add(anchors.behind(record.owner()), List.of(record)));
    }
}
