package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_CHAIN;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Preceding;
import io.github.dnscli.common.zone.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The links of a chain of NSEC records around the names that a change has touched.
final class NsecNeighbours {

    /// How many names in a row may be no part of the chain before the search for the record before them is given up.
    private static final int MAX_STEPS = 1000;

    private final Zone zone;
    private final Findings findings;
    private final Set<DomainName> judged = new HashSet<>();

    NsecNeighbours(Zone zone, Findings findings) {
        this.zone = zone;
        this.findings = findings;
    }

    void judge(List<DomainName> touched) {
        for (var name : touched) {
            previous(name).ifPresent(this::judgeLink);
            var at = NameStanding.at(zone, name);
            NsecChain.judgeName(at, findings);
            if (at.isInChain()) {
                at.set(RecordType.NSEC).ifPresent(this::judgeLink);
            }
        }
    }

    /// The record that a link leads to must have its owner as the one before it.
    private void judgeLink(RecordSet nsec) {
        if (!judged.add(nsec.owner())) {
            return;
        }
        var next = NsecChain.next(nsec);
        if (!next.isAtOrBelow(zone.origin()) || !NameStanding.at(zone, next).isInChain()) {
            report(
                    nsec,
                    "NSEC at '"
                            + nsec.owner().display()
                            + "' points to '"
                            + next.display()
                            + "', which is not in its chain");
            return;
        }
        previous(next)
                .map(RecordSet::owner)
                .filter(between -> !between.equals(nsec.owner()))
                .ifPresent(between -> report(nsec, NsecChain.wrongLink(nsec, between)));
    }

    private void report(RecordSet nsec, String message) {
        findings.add(DNSSEC_CHAIN, nsec, message, SignatureJudge.SIGN_AGAIN);
    }

    /// {@return the record in the chain before a name; the last one if the name is the first}
    private Optional<RecordSet> previous(DomainName name) {
        var at = name.equals(zone.origin()) ? Preceding.last(zone) : Preceding.before(zone, name);
        for (int steps = 0; at.isPresent() && steps < MAX_STEPS; steps++) {
            var standing = NameStanding.at(zone, at.get());
            if (standing.isInChain() && standing.set(RecordType.NSEC).isPresent()) {
                return standing.set(RecordType.NSEC);
            }
            // What a delegation hides may be many names, and none of them is in the chain.
            at =
                    standing.isOccluded()
                            ? standing.barrier()
                            : Preceding.before(zone, standing.name());
        }
        return Optional.empty();
    }
}
