package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.Set;

/// Name servers can be reached: those of the zone have addresses and are no aliases (RFC 2181 §10.3), and those of
/// a delegation that live below a cut have glue (RFC 9471 §2). What lies below another cut or a DNAME record delegates
/// nothing.
final class NameServerRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.NS);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        var servers = at.set(RecordType.NS);
        if (servers.isPresent() && isReached(at)) {
            judge(at, servers.get(), findings);
        }
    }

    private static boolean isReached(NameInZone at) {
        return at.isApex()
                || at.subtreeAlias().isEmpty() && at.cut().filter(at.name()::equals).isPresent();
    }

    private static void judge(NameInZone at, RecordSet servers, Findings findings) {
        for (var data : servers.data()) {
            var host = data.target().orElseThrow();
            if (host.isAtOrBelow(at.zone().origin())) {
                var server = new ResourceRecord(servers.owner(), servers.ttl(), data);
                if (at.isApex()) {
                    judgeOwn(at.zone(), server, host, findings);
                } else {
                    judgeDelegated(at.zone(), server, host, findings);
                }
            }
        }
    }

    private static void judgeOwn(
            Zone zone, ResourceRecord server, DomainName host, Findings findings) {
        switch (HostState.of(zone, host)) {
            case ADDRESS, DELEGATED, OUTSIDE -> {}
            case ALIAS ->
                    findings.add(
                            StructureChecks.APEX_NS_IS_ALIAS,
                            server,
                            "name server '" + host.display() + "' is an alias",
                            "name the host itself");
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

    private static void judgeDelegated(
            Zone zone, ResourceRecord server, DomainName host, Findings findings) {
        if (host.isAtOrBelow(server.owner())) {
            judgeGlue(zone, server, host, findings);
            return;
        }
        switch (HostState.of(zone, host)) {
            case ADDRESS, OUTSIDE -> {}
            case ALIAS ->
                    findings.add(
                            StructureChecks.TARGET_IS_ALIAS,
                            server,
                            "name server '" + host.display() + "' is an alias",
                            "name the host itself");
            case DELEGATED -> missSibling(server, host, "lies below another delegation", findings);
            case NO_ADDRESS -> missSibling(server, host, "is in this zone", findings);
        }
    }

    private static void judgeGlue(
            Zone zone, ResourceRecord server, DomainName host, Findings findings) {
        if (!HostState.hasAddress(zone.types(host))) {
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

    /// Servers in the zone, but not below their own delegation, are in a sibling domain, whether another cut stands above
    /// them or not (RFC 9499 §7).
    private static void missSibling(
            ResourceRecord server, DomainName host, String where, Findings findings) {
        findings.add(
                StructureChecks.MISSING_SIBLING_GLUE,
                server,
                "'"
                        + server.owner().display()
                        + "' is delegated to '"
                        + host.display()
                        + "', which "
                        + where
                        + " and has no address record here",
                "add an A or AAAA record for '" + host.display() + "', or correct the name");
    }
}
