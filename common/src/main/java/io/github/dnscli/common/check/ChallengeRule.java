package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;
import java.util.Set;

/// Challenges of a certificate authority that are delegated to another zone at hand (RFC 8555 §8.4 and its §10.2 advise
/// it) arrive there.
final class ChallengeRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.CNAME);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (at.name().startsWith("_acme-challenge") && at.cut().isEmpty()) {
            at.set(RecordType.CNAME).ifPresent(alias -> judge(at.zone(), alias, findings));
        }
    }

    private static void judge(Zone own, RecordSet alias, Findings findings) {
        var target = alias.data().getFirst().target().orElseThrow();
        findings.circumstances()
                .neighbours()
                .zoneOf(target)
                .filter(zone -> !zone.origin().equals(own.origin()))
                .filter(zone -> isMissing(zone, target))
                .ifPresent(
                        zone ->
                                findings.add(
                                        PolicyChecks.DANGLING_DELEGATED_CHALLENGE,
                                        alias,
                                        "challenges for '"
                                                + alias.owner().parent().display()
                                                + "' are delegated to '"
                                                + target.display()
                                                + "', which does not exist in zone '"
                                                + zone.origin().display()
                                                + "'",
                                        "correct the name, or add it there"));
    }

    private static boolean isMissing(Zone zone, DomainName target) {
        return target.isAtOrBelow(zone.origin())
                && zone.lookup(target, RecordType.TXT) instanceof Lookup.NoName;
    }
}
