package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.ArrayList;
import java.util.List;

/// Zones end at cuts: what lies below one is glue or never served (RFC 1034 §4.2.1). Addresses count as glue whosever they
/// are: a name server of any delegation may be called so. Each name is reported once, however much stands there.
final class CutRule implements HiddenNameRule {

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (HostState.hasAddressesOnly(at.types())) {
            return;
        }
        var cut = at.cut();
        if (cut.isPresent() && findings.wants(StructureChecks.OCCLUDED)) {
            var occluded = occluded(at, cut.get());
            if (!occluded.isEmpty()) {
                report(at, occluded, cut.get(), findings);
            }
        }
    }

    private static List<RecordSet> occluded(NameInZone at, DomainName cut) {
        List<RecordSet> occluded = List.of();
        boolean atCut = cut.equals(at.name());
        for (var set : at.sets()) {
            // A signature over glue has a check of its own.
            boolean isSignature = set.type().equals(RecordType.RRSIG);
            if (!isAddress(set) && !isSignature && !(atCut && standsAtCut(set))) {
                occluded = occluded.isEmpty() ? new ArrayList<>() : occluded;
                occluded.add(set);
            }
        }
        return occluded;
    }

    private static boolean isAddress(RecordSet set) {
        return set.type().equals(RecordType.A) || set.type().equals(RecordType.AAAA);
    }

    /// What the parent's side of a cut holds (RFC 4035 §2), and what has a check of its own there.
    private static boolean standsAtCut(RecordSet set) {
        var type = set.type();
        boolean ofParent =
                type.equals(RecordType.NS)
                        || type.equals(RecordType.DS)
                        || type.equals(RecordType.NSEC)
                        || type.equals(RecordType.RRSIG);
        return ofParent
                || type.equals(RecordType.CNAME)
                || type.equals(RecordType.DNAME)
                || type.equals(RecordType.SOA);
    }

    private static void report(
            NameInZone at, List<RecordSet> occluded, DomainName cut, Findings findings) {
        var types = String.join(", ", occluded.stream().map(set -> set.type().toString()).toList());
        String where =
                cut.equals(at.name())
                        ? "' stands at a delegation"
                        : "' lies below the delegation of '" + cut.display() + "'";
        findings.add(
                StructureChecks.OCCLUDED,
                occluded.getFirst(),
                types + " at '" + at.name().display() + where + " and is never served",
                "move it to the zone '" + cut.display() + "'");
    }
}
