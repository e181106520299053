package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// Exactly one SOA record, at the apex, with a host as primary server, and NS records beside it (RFC 1035 §5.2).
final class ApexRule implements NameRule {

    static void judgePresence(Zone zone, Findings findings) {
        if (zone.soa().isEmpty()) {
            findings.add(
                    StructureChecks.MISSING_SOA,
                    "zone '" + zone.origin().display() + "' has no SOA record at its apex",
                    "add one, or say with --zone-name which zone this is");
        }
        if (zone.recordSet(zone.origin(), RecordType.NS).isEmpty()) {
            findings.add(
                    StructureChecks.MISSING_NS,
                    "zone '" + zone.origin().display() + "' has no NS record at its apex",
                    "name the servers of the zone");
        }
    }

    @Override
    public void judge(Zone zone, DomainName name, List<RecordSet> sets, Findings findings) {
        for (var set : sets) {
            if (set.type().equals(RecordType.SOA)) {
                judgeStart(zone, name, set, findings);
            }
        }
    }

    private static void judgeStart(Zone zone, DomainName name, RecordSet set, Findings findings) {
        if (!name.equals(zone.origin())) {
            findings.add(
                    StructureChecks.SOA_NOT_AT_APEX,
                    set,
                    "SOA record at '"
                            + name.display()
                            + "', which is not the apex of '"
                            + zone.origin().display()
                            + "'",
                    "each zone wants a file of its own");
            return;
        }
        if (set.data().size() > 1) {
            findings.add(
                    StructureChecks.MULTIPLE_SOA,
                    set.records().getLast(),
                    set.data().size() + " SOA records at the apex",
                    "keep one");
        }
        var primary = Soa.of(set.data().getFirst()).primary();
        if (!primary.isHostName()) {
            findings.add(
                    StructureChecks.SOA_MNAME_NOT_HOST,
                    set,
                    "primary server '"
                            + primary.display()
                            + "' in the SOA record is not a host name",
                    "");
        }
    }
}
