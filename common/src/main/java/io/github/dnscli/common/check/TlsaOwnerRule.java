package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.Set;

/// TLSA records stand where clients ask for them: at `_PORT._PROTOCOL.HOST` (RFC 6698 §3), of a host that can be
/// reached. A wildcard may stand for the port or for all of it; below `_dane` stand records that aliases share
/// (RFC 7671). What stands at `_letsencrypt._tcp.HOST` is fetched by programs that know it.
final class TlsaOwnerRule implements NameRule {

    private static final String[] PROTOCOLS = {"_tcp", "_udp", "_sctp", "_dccp", "_quic"};

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TLSA);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.TLSA).ifPresent(set -> judge(at, set, findings));
    }

    private static void judge(NameInZone at, RecordSet set, Findings findings) {
        var owner = at.name();
        if (owner.labelCount() > 2 && isProtocol(owner.parent())) {
            if (owner.isWildcard() || isPort(owner)) {
                judgeHost(at, set, owner.parent().parent(), findings);
                return;
            }
            if (owner.startsWith("_letsencrypt") && owner.parent().startsWith("_tcp")) {
                return;
            }
        }
        if (!owner.isWildcard() && !isShared(owner)) {
            findings.addAtOwner(
                    PolicyChecks.TLSA_OWNER,
                    first(set),
                    "TLSA record at '"
                            + owner.display()
                            + "', which is not of the form '_PORT._PROTOCOL.HOST'",
                    "for HTTPS: '_443._tcp' in front of the host");
        }
    }

    private static void judgeHost(
            NameInZone at, RecordSet set, DomainName host, Findings findings) {
        if (HostState.of(at.zone(), host) == HostState.NO_ADDRESS) {
            findings.addAtOwner(
                    PolicyChecks.TLSA_OWNER,
                    first(set),
                    "host '"
                            + host.display()
                            + "' of this TLSA record has no A or AAAA record in this zone",
                    "add an address record, or correct the name");
        }
    }

    private static ResourceRecord first(RecordSet set) {
        return new ResourceRecord(set.owner(), set.ttl(), set.data().getFirst());
    }

    private static boolean isProtocol(DomainName name) {
        for (var protocol : PROTOCOLS) {
            if (name.startsWith(protocol)) {
                return true;
            }
        }
        return false;
    }

    /// In decimal, 1 to 65535, as clients write it: without zeros in front.
    private static boolean isPort(DomainName name) {
        String label = name.firstLabel();
        boolean isNumber =
                label.length() >= 2
                        && label.length() <= 6
                        && label.charAt(0) == '_'
                        && label.charAt(1) != '0'
                        && Letters.DIGIT.fill(label.substring(1));
        return isNumber && Integer.parseInt(label.substring(1)) <= 0xffff;
    }

    private static boolean isShared(DomainName owner) {
        for (var name = owner; !name.isRoot(); name = name.parent()) {
            if (name.startsWith("_dane")) {
                return true;
            }
        }
        return false;
    }
}
