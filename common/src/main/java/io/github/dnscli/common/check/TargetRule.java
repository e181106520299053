package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Lookup;
import java.util.Set;

/// Hosts that records point to have addresses if this zone knows them, and are no aliases (RFC 5321 §5.1, RFC 2782,
/// RFC 9460 §2.4, RFC 2181 §10.3). Records that are never served point nowhere.
final class TargetRule implements NameRule {

    private static final Set<RecordType> TYPES =
            Set.of(RecordType.MX, RecordType.SRV, RecordType.SVCB, RecordType.HTTPS);

    @Override
    public Set<RecordType> types() {
        return TYPES;
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (at.cut().isPresent() || at.subtreeAlias().isPresent()) {
            return;
        }
        for (var type : TYPES) {
            at.set(type).ifPresent(set -> judge(at, set, findings));
        }
    }

    private static void judge(NameInZone at, RecordSet set, Findings findings) {
        for (var data : set.data()) {
            judge(at, set, data, findings);
        }
    }

    private static void judge(NameInZone at, RecordSet set, RecordData data, Findings findings) {
        var target = data.target().orElseThrow();
        if (target.isRoot()) {
            judgeOwnHost(at, set, data, findings);
            return;
        }
        switch (HostState.of(at.zone(), target)) {
            case ADDRESS, DELEGATED, OUTSIDE -> {}
            case ALIAS ->
                    findings.add(
                            StructureChecks.TARGET_IS_ALIAS,
                            record(set, data),
                            role(set) + " '" + target.display() + "' is an alias",
                            "name the host itself");
            case NO_ADDRESS -> {
                if (!leadsOn(at, set, data, target)) {
                    missing(set, data, target, findings);
                }
            }
        }
    }

    /// The root says "no such service" (RFC 7505, RFC 2782, RFC 9460 §2.5.1), but in the service mode of SVCB the owner
    /// itself (RFC 9460 §2.5.2).
    private static void judgeOwnHost(
            NameInZone at, RecordSet set, RecordData data, Findings findings) {
        if (isServiceMode(set, data)
                && !HostState.hasAddress(at.types())
                && at.set(RecordType.CNAME).isEmpty()) {
            missing(set, data, at.name(), findings);
        }
    }

    /// In alias mode another record of the type may be all that stands at the target (RFC 9460 §2.4.2).
    private static boolean leadsOn(
            NameInZone at, RecordSet set, RecordData data, DomainName target) {
        return isBinding(set)
                && !isServiceMode(set, data)
                && at.zone().lookup(target, set.type()) instanceof Lookup.Found;
    }

    private static boolean isBinding(RecordSet set) {
        return set.type().equals(RecordType.SVCB) || set.type().equals(RecordType.HTTPS);
    }

    private static boolean isServiceMode(RecordSet set, RecordData data) {
        if (!isBinding(set)) {
            return false;
        }
        byte[] wire = data.wire();
        return wire[0] != 0 || wire[1] != 0;
    }

    private static void missing(
            RecordSet set, RecordData data, DomainName host, Findings findings) {
        Check check =
                set.type().equals(RecordType.MX)
                        ? StructureChecks.MISSING_ADDRESS
                        : StructureChecks.MISSING_SERVICE_ADDRESS;
        findings.add(
                check,
                record(set, data),
                role(set) + " '" + host.display() + "' has no A or AAAA record in this zone",
                "add an address record, or correct the name");
    }

    private static String role(RecordSet set) {
        return set.type().equals(RecordType.MX) ? "mail exchanger" : "service host";
    }

    private static ResourceRecord record(RecordSet set, RecordData data) {
        return new ResourceRecord(set.owner(), set.ttl(), data);
    }
}
