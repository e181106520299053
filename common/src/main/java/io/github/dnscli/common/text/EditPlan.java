package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What becomes of each record of a file, and behind which record new ones go. Records are known by their number in
/// the file.
final class EditPlan {

    /// Behind the last record.
    static final int END = -1;

    private static final Comparator<ResourceRecord> CANONICAL =
            Comparator.comparing(ResourceRecord::owner).thenComparing(ResourceRecord::data);

    /// Which set a record belongs to.
    private record Key(DomainName owner, RecordType type) {}

    private final Source source;
    private final List<PlacedRecord> records;
    private final Map<Key, List<Integer>> touched = new HashMap<>();
    private final Map<Integer, Optional<ResourceRecord>> fates = new HashMap<>();
    private final Map<Integer, List<ResourceRecord>> additions = new HashMap<>();

    private EditPlan(ZoneFile file) {
        this.source = file.source();
        this.records = List.copyOf(file.records());
    }

    /// {@return the plan that brings about the changes}
    static EditPlan of(ZoneFile file, List<SetChange> changes) {
        var plan = new EditPlan(file);
        var records = plan.records;
        for (var change : changes) {
            var key = new Key(change.owner(), change.type());
            if (plan.touched.put(key, new ArrayList<>()) != null) {
                throw new IllegalArgumentException("two changes of one set: " + key);
            }
        }
        for (int i = 0; i < records.size(); i++) {
            var numbers = plan.touched.get(key(records.get(i)));
            if (numbers != null) {
                numbers.add(i);
            }
        }
        changes.forEach(plan::plan);
        plan.additions.values().forEach(added -> added.sort(CANONICAL));
        return plan;
    }

    private static Key key(PlacedRecord record) {
        return new Key(record.owner(), record.type());
    }

    /// {@return whether the record belongs to a set that was to change}
    boolean touches(PlacedRecord record) {
        return touched.containsKey(key(record));
    }

    /// {@return the records, each with its place, to be known by their numbers}
    List<PlacedRecord> records() {
        return records;
    }

    /// {@return whether a record stands in the file itself, where it can be changed}
    boolean isWrittenHere(PlacedRecord record) {
        return !record.isGenerated() && record.source().equals(source);
    }

    /// {@return why the plan cannot be carried out}
    Optional<String> obstacle() {
        for (int i = 0; i < records.size(); i++) {
            var placed = records.get(i);
            boolean stays = fate(i).filter(placed.record()::equals).isPresent();
            if (!stays && !isWrittenHere(placed)) {
                return Optional.of(
                        placed.isGenerated()
                                ? "%s '%s' is made by the $GENERATE at %s, which stands for other records too"
                                        .formatted(
                                                placed.type(),
                                                placed.owner().display(),
                                                placed.place())
                                : "%s '%s' stands at %s, in an included file"
                                        .formatted(
                                                placed.type(),
                                                placed.owner().display(),
                                                placed.place()));
            }
        }
        return Optional.empty();
    }

    /// {@return what stands in a record's place; empty if it goes}
    Optional<ResourceRecord> fate(int number) {
        return fates.getOrDefault(number, Optional.of(records.get(number).record()));
    }

    /// {@return the new records behind a record, in order}
    List<ResourceRecord> additions(int number) {
        return additions.getOrDefault(number, List.of());
    }

    private void plan(SetChange change) {
        var present = touched.getOrDefault(new Key(change.owner(), change.type()), List.of());
        switch (change) {
            case SetChange.Put(var set) -> put(present, set.owner(), set.ttl(), set.data());
            case SetChange.Remove _ ->
                    present.forEach(number -> fates.put(number, Optional.empty()));
        }
    }

    private void put(List<Integer> present, DomainName owner, Ttl ttl, List<RecordData> data) {
        var missing = new ArrayList<>(data);
        for (int number : present) {
            var old = records.get(number).record();
            missing.remove(old.data());
            fates.put(
                    number,
                    data.contains(old.data())
                            ? Optional.of(new ResourceRecord(old.owner(), ttl, old.data()))
                            : Optional.empty());
        }
        boolean singleChanged =
                present.size() == 1 && fate(present.getFirst()).isEmpty() && !missing.isEmpty();
        if (singleChanged) {
            var changed = new ResourceRecord(owner, ttl, missing.removeFirst());
            fates.put(present.getFirst(), Optional.of(changed));
        }
        if (!missing.isEmpty()) {
            int anchor =
                    present.isEmpty() || !isWrittenHere(records.get(present.getLast()))
                            ? anchor(owner)
                            : present.getLast();
            var added = additions.computeIfAbsent(anchor, _ -> new ArrayList<>());
            missing.forEach(d -> added.add(new ResourceRecord(owner, ttl, d)));
        }
    }

    /// {@return the last record of the nearest name at or before a name in canonical order}
    private int anchor(DomainName owner) {
        int best = END;
        for (int i = 0; i < records.size(); i++) {
            var candidate = records.get(i).owner();
            if (isWrittenHere(records.get(i))
                    && candidate.compareTo(owner) <= 0
                    && (best == END || candidate.compareTo(records.get(best).owner()) >= 0)) {
                best = i;
            }
        }
        return best;
    }
}
