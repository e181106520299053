package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.RecordColumns;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/// The patches that carry out a plan. Behind each place where something changes it walks along until a reader of the new
/// text knows what a reader of the old one did – the last owner, the TTL in force – and writes them where a line no
/// longer says what it should.
final class ZoneRevision {

    private final ZoneFile file;
    private final RecordColumns columns;
    private final EditPlan plan;
    private final PatchList patches;
    private Optional<String> obstacle = Optional.empty();

    /// What is in force in the old text.
    private InForce before;

    /// What is in force in the new text.
    private InForce now;

    private ZoneRevision(ZoneFile file, EditPlan plan) {
        this.file = file;
        this.columns = file.columns();
        this.plan = plan;
        this.patches = new PatchList(file.source());
        this.before = InForce.before(file, 0);
        this.now = before;
    }

    static ZoneRevision of(ZoneFile file, EditPlan plan) {
        var revision = new ZoneRevision(file, plan);
        var numbers = plan.numbers();
        int next = 0;
        for (int number : numbers) {
            next = number < next ? next : revision.walk(number, numbers);
        }
        return revision;
    }

    List<Patch> patches() {
        return patches.toList();
    }

    /// {@return why the plan cannot be carried out in this file alone}
    Optional<String> obstacle() {
        return obstacle;
    }

    /// {@return the number from which on nothing is different, until the plan says so}
    private int walk(int from, NavigableSet<Integer> numbers) {
        before = InForce.before(file, from);
        now = before.copy();
        int number = from;
        do {
            pass(number++);
        } while (number <= columns.size() && (numbers.contains(number) || !before.isLike(now)));
        return number;
    }

    private void pass(int number) {
        enter(file.segment(number), number);
        if (number == columns.size()) {
            plan.additions(number).forEach(this::append);
        } else if (file.isWrittenHere(number)) {
            passLine(number);
        } else {
            passElsewhere(number);
        }
    }

    private void enter(Segment segment, int number) {
        if (segment.first() == number) {
            before.defaultTtl(segment.ttl().directive());
            now.defaultTtl(segment.ttl().directive());
        }
    }

    private void passLine(int number) {
        var placed = file.placed(number);
        plan.fate(number).ifPresentOrElse(record -> revise(placed, record), () -> leaveOut(placed));
        var layout = LineLayout.of(placed);
        for (var record : plan.additions(number)) {
            add(record, placed.end(), layout, placed.origin());
        }
        before.line(placed.record(), placed.hasTtl());
    }

    /// What is included or generated takes from the lines before it as well, and nothing can be written there.
    private void passElsewhere(int number) {
        var placed = file.placed(number);
        boolean losesOwner =
                !placed.hasOwner() && before.gives(placed.owner()) && !now.gives(placed.owner());
        boolean losesTtl =
                !placed.hasTtl() && before.lacksDefaultTtl() && !givesTtlOf(placed.record());
        if (obstacle.isEmpty() && (losesOwner || losesTtl)) {
            obstacle = Optional.of(loss(placed, losesOwner ? "owner" : "TTL"));
        }
        if (before.lacksDefaultTtl()) {
            before.elsewhere(columns.ttl(number));
            now.elsewhere(columns.ttl(number));
        }
    }

    private static String loss(PlacedRecord placed, String what) {
        return "%s '%s' at %s takes its %s from a line that would change"
                .formatted(placed.type(), placed.owner().display(), placed.place(), what);
    }

    private void leaveOut(PlacedRecord placed) {
        keepDefaultTtl(placed, Optional.empty());
        patches.remove(placed.start(), placed.end());
    }

    private void revise(PlacedRecord placed, ResourceRecord record) {
        keepDefaultTtl(placed, Optional.of(record));
        boolean wantsOwner = !placed.hasOwner() && !now.gives(record.owner());
        var implied = placed.hasTtl() ? placed.record().ttl() : now.ttlOf(record.data());
        boolean wantsTtl = !implied.equals(record.ttl());
        boolean wantsData = !placed.record().data().equals(record.data());
        if (wantsOwner || wantsTtl || wantsData) {
            var line = new RevisedLine(placed);
            if (wantsOwner) {
                line.writeOwner(record.owner());
            }
            if (wantsTtl) {
                line.writeTtl(record.ttl());
            }
            if (wantsData) {
                line.writeData(record.data());
            }
            line.patches().forEach(patches::add);
        }
        now.line(record, placed.hasTtl() || wantsTtl);
    }

    /// Where the minimum of an SOA is what records without a TTL get, it has to stand in a `$TTL` before it changes: else
    /// they all would get another.
    private void keepDefaultTtl(PlacedRecord placed, Optional<ResourceRecord> record) {
        var old = placed.record();
        boolean isDefault =
                old.type().equals(RecordType.SOA)
                        && !placed.hasTtl()
                        && before.isToBeSetBy(old.data());
        if (isDefault
                && !record.filter(r -> r.ttl().equals(old.ttl()))
                        .filter(this::givesTtlOf)
                        .isPresent()) {
            patches.insertLine(placed.start(), "$TTL " + old.ttl());
            now.defaultTtl(old.ttl().seconds());
        }
    }

    private boolean givesTtlOf(ResourceRecord record) {
        return now.ttlOf(record.data()).equals(record.ttl());
    }

    private void append(ResourceRecord record) {
        var origin = file.segment(columns.size()).origin();
        add(record, file.source().length(), LineLayout.PLAIN, origin);
    }

    private void add(ResourceRecord record, int at, LineLayout layout, DomainName origin) {
        boolean wantsTtl = layout.hasTtl() || !now.ttlOf(record.data()).equals(record.ttl());
        boolean takesOwner = !layout.hasOwner() && now.gives(record.owner());
        patches.insertLine(
                at,
                layout.line(
                        takesOwner ? "" : record.owner().relativeTo(origin),
                        wantsTtl ? Optional.of(record.ttl()) : Optional.empty(),
                        record.type(),
                        record.data().text(origin)));
        now.line(record, wantsTtl);
    }
}
