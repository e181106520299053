package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.gitstore.merge.ZoneEdit.SetName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes edits in one record set, in their order: what they removed is gone, what they added is there, all else is as it
/// was. Where there can be one record only, it changes if it is the one that the edit met.
final class SetCourse {

    /// Types of which a name has one record.
    private static final Set<RecordType> SINGLE = Set.of(RecordType.CNAME, RecordType.DNAME);

    private final SetName name;
    private final Optional<RecordSet> start;
    private final TreeSet<RecordData> data;
    private final Set<Integer> changing = new HashSet<>();
    private final List<SetOutcome.Clash> clashes = new ArrayList<>();

    /// The set's TTL, which outlasts its records: those who empty a set and fill it again do not mean the TTL.
    private Optional<Ttl> ttl;

    /// What the TTL was for those who made the edits.
    private Optional<Ttl> told = Optional.empty();

    private SetCourse(SetName name, Optional<RecordSet> start) {
        this.name = name;
        this.start = start;
        this.data = new TreeSet<>(start.map(RecordSet::data).orElse(List.of()));
        this.ttl = start.map(RecordSet::ttl);
    }

    /// {@return what comes of making edits in a set}
    ///
    /// @param start the set as it is; empty if there is none
    /// @param edits all of the same set
    static SetOutcome run(Optional<RecordSet> start, List<SetEdit> edits) {
        var course = new SetCourse(edits.getFirst().name(), start);
        for (int i = 0; i < edits.size(); i++) {
            course.follow(edits.get(i), edits.subList(i + 1, edits.size()));
        }
        return new SetOutcome(start, course.set(), course.changing, course.clashes);
    }

    private void follow(SetEdit edit, List<SetEdit> later) {
        var gone = edit.gone();
        var come = edit.come();
        if (!fits(gone, come)) {
            clash(edit, later);
            return;
        }
        boolean changes = data.removeAll(gone);
        changes |= data.addAll(come);
        changes |= followTtl(edit);
        if (changes) {
            changing.add(edit.edit());
        }
    }

    private boolean fits(Set<RecordData> gone, Set<RecordData> come) {
        return !SINGLE.contains(name.type())
                || come.isEmpty()
                || data.equals(gone)
                || data.equals(come);
    }

    /// Nothing is in the way of an edit whose successor has been made already.
    private void clash(SetEdit edit, List<SetEdit> later) {
        if (later.stream().noneMatch(next -> data.equals(next.come()))) {
            var present = set().map(RecordSet::records).orElse(List.of());
            String now =
                    present.isEmpty()
                            ? "there is no " + name.type() + " record any more"
                            : "there is '" + RecordWords.of(present.getFirst()) + "' now";
            clashes.add(
                    new SetOutcome.Clash(
                            edit.edit(),
                            name.owner(),
                            "cannot "
                                    + RecordWords.change(edit.removed(), edit.added())
                                    + ": "
                                    + now));
        }
    }

    /// Signatures have the TTL of what they cover, each its own.
    private boolean followTtl(SetEdit edit) {
        var before = edit.ttlBefore().or(() -> told);
        var after = edit.ttlAfter();
        boolean isMeant =
                before.isPresent()
                        && after.isPresent()
                        && !before.equals(after)
                        && !name.type().equals(RecordType.RRSIG);
        told = after.or(() -> before);
        var next = isMeant ? after : ttl.or(() -> after);
        boolean changes = !next.equals(ttl) && !data.isEmpty();
        ttl = next;
        return changes;
    }

    private Optional<RecordSet> set() {
        return data.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RecordSet(
                                start.map(RecordSet::owner).orElse(name.owner()),
                                name.type(),
                                ttl.orElseThrow(),
                                List.copyOf(data)));
    }
}
