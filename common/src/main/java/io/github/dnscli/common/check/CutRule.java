package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// Zones end at cuts: what lies below one is glue or never served (RFC 1034 §4.2.1), and DS records stand at the
/// cut, on the parent's side (RFC 4035 §2.4).
final class CutRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of();
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        judgeSigner(at, findings);
        at.cut()
                .ifPresent(
                        cut -> {
                            for (var set : at.sets()) {
                                if (isOccluded(set, cut)) {
                                    findings.add(
                                            StructureChecks.OCCLUDED,
                                            set,
                                            set.type()
                                                    + " at '"
                                                    + at.name().display()
                                                    + "' lies below the delegation of '"
                                                    + cut.display()
                                                    + "' and is never served",
                                            "");
                                }
                            }
                        });
    }

    private static boolean isOccluded(RecordSet set, DomainName cut) {
        if (set.owner().equals(cut)) {
            return !set.type().equals(RecordType.NS)
                    && !set.type().equals(RecordType.DS)
                    && !isAddress(set)
                    && !isDenialOrSignature(set);
        }
        return !isAddress(set);
    }

    private static boolean isAddress(RecordSet set) {
        return set.type().equals(RecordType.A) || set.type().equals(RecordType.AAAA);
    }

    private static boolean isDenialOrSignature(RecordSet set) {
        return set.type().equals(RecordType.NSEC) || set.type().equals(RecordType.RRSIG);
    }

    private static void judgeSigner(NameInZone at, Findings findings) {
        for (var set : at.sets()) {
            if (set.type().equals(RecordType.DS)) {
                if (at.isApex()) {
                    findings.add(
                            StructureChecks.DS_AT_APEX,
                            set,
                            "DS record at the apex: it belongs to the parent zone",
                            "");
                } else if (at.set(RecordType.NS).isEmpty()) {
                    findings.add(
                            StructureChecks.DS_WITHOUT_NS,
                            set,
                            "DS record at '" + at.name().display() + "', which is not delegated",
                            "");
                }
            }
        }
    }
}
