package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;

/// The apex has an SOA record and NS records (RFC 1035 §5.2).
final class ApexRule implements ZoneRule {

    @Override
    public void judge(Zone zone, Scope scope, Findings findings) {
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
}
