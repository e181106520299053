package io.github.dnscli.common.zone;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.zone.Siblings.Branch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds where two versions of a zone that was read once may differ. What they share is not looked at, so that it costs what
/// differs.
final class VersionComparison {

    private final FlatNames base;
    private final List<RecordSet> older = new ArrayList<>();
    private final List<RecordSet> newer = new ArrayList<>();

    private VersionComparison(FlatNames base) {
        this.base = base;
    }

    /// {@return what two versions with the same base have where they may differ}
    static VersionComparison of(ChangedNames older, ChangedNames newer) {
        var comparison = new VersionComparison(older.base());
        comparison.compare(older.apex(), newer.apex());
        return comparison;
    }

    /// {@return the sets of the older version, in canonical order, all of a name or none}
    List<RecordSet> older() {
        return older;
    }

    /// {@return the sets of the newer version at the same names}
    List<RecordSet> newer() {
        return newer;
    }

    private void compare(ChangedSubtree left, ChangedSubtree right) {
        older.addAll(left.node().sets());
        newer.addAll(right.node().sets());
        compare(left.below().root(), right.below().root());
    }

    private void compare(@Nullable Branch left, @Nullable Branch right) {
        var middle = left == null ? right : left;
        if (left == right || middle == null) {
            return;
        }
        var name = middle.subtree().name();
        var before = Siblings.split(left, name);
        var after = Siblings.split(right, name);
        compare(before.before(), after.before());
        compare(
                before.at().orElseGet(() -> base.subtree(name)),
                after.at().orElseGet(() -> base.subtree(name)));
        compare(before.after(), after.after());
    }
}
