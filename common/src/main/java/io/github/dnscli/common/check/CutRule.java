package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// Zones end at cuts: what lies below one is glue or never served (RFC 1034 §4.2.1), and DS records stand at the
/// cut, on the parent's side (RFC 4035 §2.4).
final class CutRule implements NameRule {

    @Override
    public void judge(Zone zone, DomainName name, List<RecordSet> sets, Findings findings) {
        judgeSigner(zone, name, sets, findings);
        zone.cut(name)
                .ifPresent(
                        cut -> {
                            for (var set : sets) {
                                if (isOccluded(set, cut)) {
                                    findings.add(
                                            StructureChecks.OCCLUDED,
                                            set,
                                            set.type()
                                                    + " at '"
                                                    + name.display()
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

    private static void judgeSigner(
            Zone zone, DomainName name, List<RecordSet> sets, Findings findings) {
        for (var set : sets) {
            if (set.type().equals(RecordType.DS)) {
                if (name.equals(zone.origin())) {
                    findings.add(
                            StructureChecks.DS_AT_APEX,
                            set,
                            "DS record at the apex: it belongs to the parent zone",
                            "");
                } else if (zone.recordSet(name, RecordType.NS).isEmpty()) {
                    findings.add(
                            StructureChecks.DS_WITHOUT_NS,
                            set,
                            "DS record at '" + name.display() + "', which is not delegated",
                            "");
                }
            }
        }
    }
}
