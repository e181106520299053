package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes edits in the start of authority, field by field: a field changes if it is what the edit met. The serial stays.
final class StartCourse {

    private static final Map<String, Function<Soa, Object>> FIELDS = fields();

    private final RecordSet start;
    private final Set<Integer> changing = new HashSet<>();
    private final List<SetOutcome.Clash> clashes = new ArrayList<>();
    private Soa soa;
    private Ttl ttl;

    private StartCourse(RecordSet start) {
        this.start = start;
        this.soa = Soa.of(start.data().getFirst());
        this.ttl = start.ttl();
    }

    private static Map<String, Function<Soa, Object>> fields() {
        var fields = new LinkedHashMap<String, Function<Soa, Object>>();
        fields.put("primary server", Soa::primary);
        fields.put("mailbox", Soa::mailbox);
        fields.put("refresh", Soa::refresh);
        fields.put("retry", Soa::retry);
        fields.put("expire", Soa::expire);
        fields.put("minimum", Soa::minimum);
        return fields;
    }

    /// {@return what comes of making edits in the set}
    static SetOutcome run(RecordSet start, List<SetEdit> edits) {
        var course = new StartCourse(start);
        for (int i = 0; i < edits.size(); i++) {
            course.follow(edits.get(i), edits.subList(i + 1, edits.size()));
        }
        return new SetOutcome(
                Optional.of(start), Optional.of(course.set()), course.changing, course.clashes);
    }

    private void follow(SetEdit edit, List<SetEdit> later) {
        FIELDS.forEach((name, field) -> clash(name, field, edit, later));
        var next = next(edit);
        var nextTtl = edit.ttlBefore().equals(edit.ttlAfter()) ? ttl : edit.ttlAfter().get();
        if (!next.equals(soa) || !nextTtl.equals(ttl)) {
            changing.add(edit.edit());
        }
        soa = next;
        ttl = nextTtl;
    }

    private Soa next(SetEdit edit) {
        return new Soa(
                pick(Soa::primary, edit),
                pick(Soa::mailbox, edit),
                soa.serial(),
                pick(Soa::refresh, edit),
                pick(Soa::retry, edit),
                pick(Soa::expire, edit),
                pick(Soa::minimum, edit));
    }

    private <T> T pick(Function<Soa, T> field, SetEdit edit) {
        var now = field.apply(soa);
        return now.equals(field.apply(edit.soaBefore())) ? field.apply(edit.soaAfter()) : now;
    }

    /// Nothing is in the way of an edit whose successor has been made already.
    private void clash(
            String name, Function<Soa, Object> field, SetEdit edit, List<SetEdit> later) {
        var now = field.apply(soa);
        var wanted = field.apply(edit.soaAfter());
        if (edit.changes(field)
                && !now.equals(field.apply(edit.soaBefore()))
                && !now.equals(wanted)
                && later.stream().noneMatch(next -> now.equals(field.apply(next.soaAfter())))) {
            clashes.add(
                    new SetOutcome.Clash(
                            edit.edit(),
                            start.owner(),
                            "cannot make the "
                                    + name
                                    + " of the SOA record '"
                                    + wanted
                                    + "': it is '"
                                    + now
                                    + "' now"));
        }
    }

    private RecordSet set() {
        return new RecordSet(start.owner(), start.type(), ttl, List.of(soa.data()));
    }
}
