package io.github.dnscli.common.zone;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a zone came to be what it is: the last steps from one serial to the next, as far as they are kept, for those who
/// hold an older version and want to catch up (RFC 1995). An immutable value.
///
/// @param steps each begins where the one before ends
public record ZoneHistory(List<Step> steps) {

    /// Nothing is known of the past.
    public static final ZoneHistory NONE = new ZoneHistory(List.of());

    /// A change from one serial to another, record by record. A record that stays and gets another TTL is removed with
    /// the old one and added with the new one.
    ///
    /// @param from the start of authority before
    /// @param to the start of authority after
    /// @param removed the records that are no more, without the start of authority
    /// @param added the records that are new, without the start of authority
    public record Step(
            ResourceRecord from,
            ResourceRecord to,
            List<ResourceRecord> removed,
            List<ResourceRecord> added) {

        /// Copies the lists.
        public Step {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }

        /// {@return the step that a difference makes; empty unless it brings a newer serial (RFC 1982)}
        public static Optional<Step> of(ZoneDiff diff) {
            var removed = diff.removed();
            var added = diff.added();
            var from = removed.stream().filter(Step::isStart).findFirst();
            var to = added.stream().filter(Step::isStart).findFirst();
            if (from.isEmpty()
                    || to.isEmpty()
                    || !serial(to.get()).isNewerThan(serial(from.get()))) {
                return Optional.empty();
            }
            return Optional.of(
                    new Step(from.get(), to.get(), withoutStart(removed), withoutStart(added)));
        }

        private static boolean isStart(ResourceRecord record) {
            return record.type().equals(RecordType.SOA);
        }

        private static List<ResourceRecord> withoutStart(List<ResourceRecord> records) {
            return records.stream().filter(record -> !isStart(record)).toList();
        }

        private static Serial serial(ResourceRecord start) {
            return Soa.of(start.data()).serial();
        }

        /// {@return the serial before}
        public Serial fromSerial() {
            return serial(from);
        }

        /// {@return the serial after}
        public Serial toSerial() {
            return serial(to);
        }

        /// {@return how many records it takes to tell it (RFC 1995 §4)}
        public int size() {
            return removed.size() + added.size() + 2;
        }
    }

    /// Copies the list.
    public ZoneHistory {
        steps = List.copyOf(steps);
    }

    /// {@return the history with one more step, and with as many of the last ones as a limit allows; it begins anew when
    /// the step does not begin where it ends}
    ///
    /// @param limit how many records all steps may take
    public ZoneHistory and(Step next, int limit) {
        var kept = new ArrayList<Step>();
        if (!steps.isEmpty() && steps.getLast().to().equals(next.from())) {
            kept.addAll(steps);
        }
        kept.add(next);
        int size = kept.stream().mapToInt(Step::size).sum();
        int first = 0;
        while (first < kept.size() && size > limit) {
            size -= kept.get(first).size();
            first++;
        }
        return new ZoneHistory(kept.subList(first, kept.size()));
    }

    /// {@return what has changed since a serial, as one step in which nothing comes and goes (RFC 1995 §5)}; empty when
    /// that is not known
    public Optional<Step> since(Serial serial) {
        int first = 0;
        while (first < steps.size() && !steps.get(first).fromSerial().equals(serial)) {
            first++;
        }
        return first == steps.size()
                ? Optional.empty()
                : Optional.of(condensed(steps.subList(first, steps.size())));
    }

    private static Step condensed(List<Step> steps) {
        if (steps.size() == 1) {
            return steps.getFirst();
        }
        var removed = new LinkedHashSet<ResourceRecord>();
        var added = new LinkedHashSet<ResourceRecord>();
        for (var step : steps) {
            step.removed().forEach(record -> move(record, added, removed));
            step.added().forEach(record -> move(record, removed, added));
        }
        return new Step(
                steps.getFirst().from(),
                steps.getLast().to(),
                List.copyOf(removed),
                List.copyOf(added));
    }

    /// What undoes an earlier step leaves no trace.
    private static void move(
            ResourceRecord record, Set<ResourceRecord> undone, Set<ResourceRecord> done) {
        if (!undone.remove(record)) {
            done.add(record);
        }
    }
}
