package io.github.dnscli.common.zone;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a zone came to be what it is: the last steps from one serial to the next, as far as they are kept, for those who
/// hold an older version and want to catch up (RFC 1995). An immutable value; another step costs its own size only.
public final class ZoneHistory {

    /// Nothing is known of the past.
    public static final ZoneHistory NONE = new ZoneHistory(Optional.empty(), 0);

    private final Optional<Link> newest;
    private final int size;

    private ZoneHistory(Optional<Link> newest, int size) {
        this.newest = newest;
        this.size = size;
    }

    /// A step, and the one that it follows. No record: comparing two would go as deep as they are long.
    private static final class Link {

        private final Step step;
        private final Optional<Link> earlier;

        Link(Step step, Optional<Link> earlier) {
            this.step = step;
            this.earlier = earlier;
        }
    }

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

    /// {@return how many records it takes to tell all that is known}
    public int size() {
        return size;
    }

    /// {@return the history with one more step; it begins anew when that does not begin where it ends}. When it gets too
    /// long, the older half is forgotten.
    ///
    /// @param limit how many records all steps may take
    public ZoneHistory and(Step next, int limit) {
        var earlier = newest.filter(link -> link.step.to().equals(next.from()));
        int length = next.size() + (earlier.isPresent() ? size : 0);
        if (next.size() > limit) {
            return NONE;
        }
        return length <= limit
                ? new ZoneHistory(Optional.of(new Link(next, earlier)), length)
                : last(new Link(next, earlier), Math.max(limit / 2, next.size()));
    }

    /// {@return the last steps, as many as some records tell}
    private static ZoneHistory last(Link newest, int records) {
        var kept = new ArrayDeque<Step>();
        int left = records;
        for (var link = Optional.of(newest); link.isPresent(); link = link.get().earlier) {
            var step = link.get().step;
            left -= step.size();
            if (left < 0) {
                break;
            }
            kept.push(step);
        }
        var history = NONE;
        for (var step : kept) {
            history = history.and(step, records);
        }
        return history;
    }

    /// {@return what has changed since a serial, as one step in which nothing comes and goes (RFC 1995 §5)}; empty when
    /// that is not known
    public Optional<Step> since(Serial serial) {
        var steps = new ArrayDeque<Step>();
        for (var link = newest; link.isPresent(); link = link.get().earlier) {
            steps.push(link.get().step);
            if (link.get().step.fromSerial().equals(serial)) {
                return Optional.of(condensed(steps));
            }
        }
        return Optional.empty();
    }

    private static Step condensed(Deque<Step> steps) {
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
