package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.List;
import java.util.Set;

/// An alias stands alone (RFC 2181 §10.1) and is one; nothing stands below the alias of a subtree (RFC 6672 §2.4).
final class AliasRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of();
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.CNAME)
                .ifPresent(
                        cname -> {
                            judgeSingle(cname, StructureChecks.MULTIPLE_CNAME, findings);
                            judgeCompany(cname, at.sets(), findings);
                        });
        at.set(RecordType.DNAME)
                .ifPresent(dname -> judgeSingle(dname, StructureChecks.MULTIPLE_DNAME, findings));
        judgeSubtree(at, findings);
    }

    private static void judgeSingle(RecordSet set, Check check, Findings findings) {
        if (set.data().size() > 1) {
            findings.add(
                    check,
                    set.records().getLast(),
                    "'"
                            + set.owner().display()
                            + "' has "
                            + set.data().size()
                            + " "
                            + set.type()
                            + " records",
                    "keep one");
        }
    }

    private static void judgeCompany(RecordSet cname, List<RecordSet> sets, Findings findings) {
        var others = sets.stream().filter(set -> !set.type().mayStandBesideCname()).toList();
        if (!others.isEmpty()) {
            var types =
                    String.join(", ", others.stream().map(set -> set.type().toString()).toList());
            findings.add(
                    StructureChecks.CNAME_AND_OTHER_DATA,
                    cname,
                    "'" + cname.owner().display() + "' has a CNAME record and also " + types,
                    "an alias stands alone: move the other records to its target");
        }
    }

    private static void judgeSubtree(NameInZone at, Findings findings) {
        at.subtreeAlias()
                .ifPresent(
                        above ->
                                findings.add(
                                        StructureChecks.DATA_BELOW_DNAME,
                                        at.sets().getFirst(),
                                        "'"
                                                + at.name().display()
                                                + "' lies below the DNAME record at '"
                                                + above.display()
                                                + "' and is never served",
                                        ""));
    }
}
