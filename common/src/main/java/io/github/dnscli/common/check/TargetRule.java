package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.Map;
import java.util.Set;

/// Hosts that records point to are host names, have addresses if this zone knows them, and are no aliases
/// (RFC 5321 §5.1, RFC 2782, RFC 2181 §10.3).
final class TargetRule implements NameRule {

    /// What the host of each type is called, for messages.
    private static final Map<RecordType, String> ROLES =
            Map.of(
                    RecordType.NS, "name server",
                    RecordType.MX, "mail exchanger",
                    RecordType.SRV, "service host",
                    RecordType.SVCB, "service host",
                    RecordType.HTTPS, "service host");

    @Override
    public Set<RecordType> types() {
        return ROLES.keySet();
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        for (var set : at.sets()) {
            var role = ROLES.get(set.type());
            if (role != null) {
                for (var record : set.records()) {
                    var host = record.data().target().orElseThrow();
                    // The root says "no such service" or, in SVCB, "this very name" (RFC 7505, RFC
                    // 9460 §2.5).
                    if (!host.isRoot()) {
                        judgeHost(
                                at.zone(),
                                record,
                                role + " '" + host.display() + "'",
                                host,
                                findings);
                    }
                }
            }
        }
    }

    private static void judgeHost(
            Zone zone, ResourceRecord record, String subject, DomainName host, Findings findings) {
        boolean mustBeHost =
                !record.type().equals(RecordType.SVCB) && !record.type().equals(RecordType.HTTPS);
        if (mustBeHost && !host.isHostName()) {
            findings.add(PolicyChecks.NOT_A_HOSTNAME, record, subject + " is not a host name", "");
        }
        if (record.type().equals(RecordType.NS)) {
            return; // the rule of name servers judges whether they can be reached
        }
        switch (HostState.of(zone, host)) {
            case ADDRESS, ELSEWHERE -> {}
            case ALIAS ->
                    findings.add(
                            StructureChecks.TARGET_IS_ALIAS,
                            record,
                            subject + " is an alias",
                            "name the host itself");
            case NO_ADDRESS -> judgeMissing(record, subject, findings);
        }
    }

    private static void judgeMissing(ResourceRecord record, String subject, Findings findings) {
        Check check =
                record.type().equals(RecordType.MX)
                        ? StructureChecks.MISSING_ADDRESS
                        : StructureChecks.MISSING_SERVICE_ADDRESS;
        findings.add(
                check,
                record,
                subject + " has no A or AAAA record in this zone",
                "add an address record, or correct the name");
    }
}
