package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;

/// Nothing stands below the alias of a subtree (RFC 6672 §2.4). Each name is reported once, however much stands there.
final class SubtreeRule implements HiddenNameRule {

    @Override
    public void judge(NameInZone at, Findings findings) {
        var above = at.subtreeAlias();
        if (above.isPresent()
                && findings.wants(StructureChecks.DATA_BELOW_DNAME)
                && isReached(at, above.get())
                && !isDenial(at)) {
            findings.add(
                    StructureChecks.DATA_BELOW_DNAME,
                    at.sets().getFirst(),
                    "'"
                            + at.name().display()
                            + "' lies below the DNAME record at '"
                            + above.get().display()
                            + "' and is never served",
                    "remove it, or move it to where the DNAME record leads");
        }
    }

    /// A cut at or above the DNAME record hides it and all that is below.
    private static boolean isReached(NameInZone at, DomainName above) {
        var cut = at.cut();
        return cut.isEmpty() || !above.isAtOrBelow(cut.get());
    }

    /// NSEC3 records stand right below the apex, also if the apex has a DNAME record.
    private static boolean isDenial(NameInZone at) {
        for (RecordSet set : at.sets()) {
            if (!set.type().equals(RecordType.NSEC3) && !set.type().equals(RecordType.RRSIG)) {
                return false;
            }
        }
        return at.set(RecordType.NSEC3).isPresent();
    }
}
