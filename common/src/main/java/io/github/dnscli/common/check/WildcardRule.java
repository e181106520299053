package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.List;

/// A `*` is a wildcard as the leftmost label only (RFC 4592 §2.1.1), and one that is delegated or the alias of a subtree
/// means nothing that servers agree on (RFC 4592 §4.2, §4.4).
final class WildcardRule implements OddNameRule {

    private static final List<RecordType> UNDEFINED = List.of(RecordType.NS, RecordType.DNAME);

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (at.name().hasInnerWildcard()) {
            findings.addAtOwner(
                    PolicyChecks.WILDCARD_NOT_LEFTMOST,
                    at.sets().getFirst().records().getFirst(),
                    "'*' is not the leftmost label of '"
                            + at.name().display()
                            + "', and so stands for itself only",
                    "only '*.' at the very beginning of a name makes a wildcard");
        }
        if (at.name().isWildcard()) {
            for (var type : UNDEFINED) {
                at.set(type).ifPresent(set -> report(at, set, findings));
            }
        }
    }

    private static void report(NameInZone at, RecordSet set, Findings findings) {
        findings.add(
                PolicyChecks.WILDCARD_NS,
                set,
                set.type()
                        + " record at the wildcard '"
                        + at.name().display()
                        + "': what it means is not defined",
                "write it out for each name");
    }
}
