package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import java.util.List;
import java.util.Set;

/// An alias is one, and stands alone (RFC 2181 §10.1); that of a subtree shares its name neither with an alias nor with
/// a delegation (RFC 6672 §2.3, §2.4).
final class AliasRule implements NameRule {

    private static final int ALONE = TypeBits.of(RecordType.CNAME.value());

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.CNAME, RecordType.DNAME);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.CNAME).ifPresent(cname -> judgeCname(at, cname, findings));
        at.set(RecordType.DNAME).ifPresent(dname -> judgeDname(at, dname, findings));
    }

    private static void judgeCname(NameInZone at, RecordSet cname, Findings findings) {
        judgeSingle(cname, StructureChecks.MULTIPLE_CNAME, findings);
        if (at.types() == ALONE) {
            return;
        }
        // A DNAME record beside it has a check of its own.
        var others =
                at.sets().stream()
                        .filter(set -> !set.type().mayStandBesideCname())
                        .filter(set -> !set.type().equals(RecordType.DNAME))
                        .toList();
        if (!others.isEmpty()) {
            findings.add(
                    StructureChecks.CNAME_AND_OTHER_DATA,
                    cname,
                    "'" + at.name().display() + "' has a CNAME record and also " + types(others),
                    "an alias stands alone: move the other records to its target");
        }
    }

    private static void judgeDname(NameInZone at, RecordSet dname, Findings findings) {
        judgeSingle(dname, StructureChecks.MULTIPLE_DNAME, findings);
        if (at.set(RecordType.CNAME).isPresent()) {
            findings.add(
                    StructureChecks.CNAME_AND_DNAME,
                    dname,
                    "'" + at.name().display() + "' has a DNAME record and a CNAME record",
                    "a DNAME is about the names below it, a CNAME about the name itself: keep one");
        }
        if (!at.isApex() && at.set(RecordType.NS).isPresent()) {
            findings.add(
                    StructureChecks.NS_BESIDE_DNAME,
                    dname,
                    "'" + at.name().display() + "' has a DNAME record and is delegated",
                    "the subtree is either an alias or another zone: keep the DNAME or the NS records");
        }
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

    private static String types(List<RecordSet> sets) {
        return String.join(", ", sets.stream().map(set -> set.type().toString()).toList());
    }
}
