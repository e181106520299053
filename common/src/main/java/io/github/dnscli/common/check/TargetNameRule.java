package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a record points to a host there stands the name of one (RFC 952, RFC 1123 §2.1), and not its address
/// (RFC 1035 §3.3.9, §3.3.11).
final class TargetNameRule implements NameRule {

    /// What the host of each type is called.
    private static final Map<RecordType, String> ROLES = roles();

    private static final List<RecordType> TYPES = List.copyOf(ROLES.keySet());

    private static final DomainName IPV4_REVERSE = DomainName.of("in-addr.arpa");
    private static final DomainName IPV6_REVERSE = DomainName.of("ip6.arpa");

    private static Map<RecordType, String> roles() {
        var roles = new HashMap<RecordType, String>();
        roles.put(RecordType.NS, "name server");
        roles.put(RecordType.MX, "mail exchanger");
        roles.put(RecordType.SRV, "service host");
        roles.put(RecordType.SVCB, "service host");
        roles.put(RecordType.HTTPS, "service host");
        roles.put(RecordType.AFSDB, "AFS server");
        roles.put(RecordType.PTR, "host");
        return Map.copyOf(roles);
    }

    @Override
    public Set<RecordType> types() {
        return ROLES.keySet();
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        for (var type : TYPES) {
            var set = at.set(type);
            if (set.isPresent() && isAboutHosts(at, set.get())) {
                judge(at, set.get(), String.valueOf(ROLES.get(type)), findings);
            }
        }
    }

    private static void judge(NameInZone at, RecordSet set, String role, Findings findings) {
        for (var data : set.data()) {
            judge(at, set, data, role, findings);
        }
    }

    /// PTR records point to hosts in the zones of addresses only (RFC 1035 §3.5).
    private static boolean isAboutHosts(NameInZone at, RecordSet set) {
        var origin = at.zone().origin();
        return !set.type().equals(RecordType.PTR)
                || origin.isAtOrBelow(IPV4_REVERSE)
                || origin.isAtOrBelow(IPV6_REVERSE);
    }

    private static void judge(
            NameInZone at, RecordSet set, RecordData data, String role, Findings findings) {
        var target = data.target().orElseThrow();
        if (mustNotBeAddress(set) && isAddress(at, target)) {
            findings.add(
                    PolicyChecks.TARGET_IS_ADDRESS,
                    new ResourceRecord(set.owner(), set.ttl(), data),
                    role + " '" + target.display() + "' looks like an address",
                    "give the host a name with that address, and write the name here");
        } else if (!target.isHostName() && !isExempt(at, set, data)) {
            findings.add(
                    PolicyChecks.NOT_A_HOSTNAME,
                    new ResourceRecord(set.owner(), set.ttl(), data),
                    role + " '" + target.display() + "' is not a host name",
                    "host names are made of letters, digits and inner hyphens");
        }
    }

    private static boolean mustNotBeAddress(RecordSet set) {
        return set.type().equals(RecordType.NS) || set.type().equals(RecordType.MX);
    }

    /// An address without a final dot is taken for a name relative to the origin, and stands for a host if that has an
    /// address.
    private static boolean isAddress(NameInZone at, DomainName target) {
        int labels = target.addressLabels();
        if (labels == 0 || labels == target.labelCount()) {
            return labels > 0;
        }
        return target.isBelow(at.zone().origin()) && !HostState.hasAddress(at.zone().types(target));
    }

    /// In alias mode a binding may point to any name (RFC 9460 §2.4.2), and so do records that tell browsers of services
    /// where to look (RFC 6763 §11).
    private static boolean isExempt(NameInZone at, RecordSet set, RecordData data) {
        if (set.type().equals(RecordType.PTR)) {
            return at.name().toString().contains("._dns-sd._udp.");
        }
        boolean isBinding =
                set.type().equals(RecordType.SVCB) || set.type().equals(RecordType.HTTPS);
        byte[] wire = data.wire();
        return isBinding && wire[0] == 0 && wire[1] == 0;
    }
}
