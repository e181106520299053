package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.Set;

/// Name servers can be reached: those of the zone have addresses and are no aliases (RFC 2181 §10.3), and those of
/// a delegation that live below it have glue (RFC 9471 §2).
final class NameServerRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.NS);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        for (var set : at.sets()) {
            if (set.type().equals(RecordType.NS)) {
                for (var server : set.records()) {
                    judgeServer(at.zone(), server, server.data().target().orElseThrow(), findings);
                }
            }
        }
    }

    private static void judgeServer(
            Zone zone, ResourceRecord server, DomainName host, Findings findings) {
        if (isGlueDue(zone, server, host)) {
            judgeGlue(zone, server, host, findings);
            return;
        }
        switch (HostState.of(zone, host)) {
            case ADDRESS, ELSEWHERE -> {}
            case ALIAS -> judgeAlias(zone, server, host, findings);
            case NO_ADDRESS ->
                    findings.add(
                            StructureChecks.NS_WITHOUT_ADDRESS,
                            server,
                            "name server '"
                                    + host.display()
                                    + "' has no A or AAAA record in this zone",
                            "add an address record for '"
                                    + host.display()
                                    + "', or correct the name");
        }
    }

    private static boolean isGlueDue(Zone zone, ResourceRecord server, DomainName host) {
        return !server.owner().equals(zone.origin()) && host.isAtOrBelow(server.owner());
    }

    private static void judgeGlue(
            Zone zone, ResourceRecord server, DomainName host, Findings findings) {
        if (lacksGlue(zone, host)) {
            findings.add(
                    StructureChecks.MISSING_GLUE,
                    server,
                    "'"
                            + server.owner().display()
                            + "' is delegated to '"
                            + host.display()
                            + "', which lies below it and has no address record here",
                    "add glue: an A or AAAA record for '" + host.display() + "'");
        }
    }

    private static void judgeAlias(
            Zone zone, ResourceRecord server, DomainName host, Findings findings) {
        boolean atApex = server.owner().equals(zone.origin());
        findings.add(
                atApex ? StructureChecks.APEX_NS_IS_ALIAS : StructureChecks.TARGET_IS_ALIAS,
                server,
                "name server '" + host.display() + "' is an alias",
                "name the host itself");
    }

    private static boolean lacksGlue(Zone zone, DomainName host) {
        return zone.recordSet(host, RecordType.A).isEmpty()
                && zone.recordSet(host, RecordType.AAAA).isEmpty();
    }
}
