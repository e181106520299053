package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_CHAIN;

import io.github.dnscli.common.dnssec.HashLabel;
import io.github.dnscli.common.dnssec.Nsec3;
import io.github.dnscli.common.dnssec.Nsec3Hash;
import io.github.dnscli.common.dnssec.Nsec3Parameters;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Preceding;
import io.github.dnscli.common.zone.Zone;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The NSEC3 records around the names that a change has touched, and around the empty non-terminals above them.
final class Nsec3Neighbours implements HashChain {

    /// How many names in a row may be no hashes before the search for the hash before them is given up: ordinary names
    /// stand between the hashes, and thousands may stand between two of them.
    private static final int MAX_STEPS = 1000;

    private final Zone zone;
    private final Nsec3Parameters parameters;
    private final Findings findings;
    private final Nsec3Hash hash;
    private final Nsec3Judge judge;
    private final Set<DomainName> judged = new HashSet<>();

    Nsec3Neighbours(Zone zone, Nsec3Parameters parameters, boolean hasNsec, Findings findings) {
        this.zone = zone;
        this.parameters = parameters;
        this.findings = findings;
        this.hash = new Nsec3Hash(parameters);
        this.judge = new Nsec3Judge(parameters, this, hasNsec);
    }

    void judge(List<DomainName> touched) {
        if (!HashLabel.fits(zone.origin())) {
            return;
        }
        for (var name : touched) {
            var at = NameStanding.at(zone, name);
            if (!at.isHash()) {
                judgeUpwards(at);
            }
        }
    }

    private void judgeUpwards(NameStanding touched) {
        boolean isRequired = touched.isInChain() && !touched.isInsecureDelegation();
        for (int labels = touched.name().labelCount();
                labels >= zone.origin().labelCount();
                labels--) {
            var name = touched.name().suffix(labels);
            if (judged.add(name)) {
                judge(NameStanding.at(zone, name), touched, isRequired);
            }
        }
    }

    private void judge(NameStanding at, NameStanding touched, boolean isRequired) {
        if (at.isInChain()) {
            judge(HashedName.of(at, !at.isInsecureDelegation()));
        } else if (touched.isInChain() && !at.isOccluded()) {
            judge(HashedName.empty(at.name(), touched, isRequired));
        } else if (at.isOccluded() || !zone.exists(at.name())) {
            judgeGone(at);
        }
        judgeLinks(hash.of(at.name()));
    }

    private void judge(HashedName name) {
        judge.judge(name, complaint -> complaint.addTo(findings));
    }

    private void judgeGone(NameStanding at) {
        find(hash.of(at.name()))
                .flatMap(this::record)
                .ifPresent(
                        record ->
                                report(
                                        record,
                                        "NSEC3 at '"
                                                + record.owner().display()
                                                + "' is the hash of '"
                                                + at.name().display()
                                                + "', which is not in the zone"));
    }

    /// The hash itself and the one before it lead to others, with nothing between.
    private void judgeLinks(byte[] hashed) {
        var here = find(hashed).flatMap(this::record);
        here.ifPresent(this::judgeTarget);
        var before = previous(hashed);
        before.ifPresent(this::judgeTarget);
        if (here.isPresent()
                && before.isPresent()
                && !Arrays.equals(Nsec3.of(before.get().data()).next(), hashed)) {
            report(
                    before.get(),
                    "NSEC3 at '"
                            + before.get().owner().display()
                            + "' does not point to '"
                            + here.get().owner().display()
                            + "', the next one");
        }
    }

    private void judgeTarget(ResourceRecord record) {
        byte[] next = Nsec3.of(record.data()).next();
        if (next.length != Nsec3Hash.LENGTH || find(next).isEmpty()) {
            report(
                    record,
                    "NSEC3 at '"
                            + record.owner().display()
                            + "' points to '"
                            + HashLabel.text(next)
                            + "', which is not there");
        }
    }

    @Override
    public Optional<RecordSet> find(byte[] hashed) {
        return zone.recordSet(HashLabel.owner(hashed, zone.origin()), RecordType.NSEC3)
                .filter(set -> record(set).isPresent());
    }

    private Optional<ResourceRecord> record(RecordSet set) {
        return set.records().stream()
                .filter(r -> Nsec3.of(r.data()).parameters().equals(parameters))
                .findFirst();
    }

    @Override
    public Optional<String> strictCover(byte[] hashed) {
        return previous(hashed)
                .filter(record -> !Nsec3.of(record.data()).isOptOut())
                .map(record -> record.owner().display());
    }

    /// {@return the record before a hash, or the last one; empty if it is not found soon}
    private Optional<ResourceRecord> previous(byte[] hashed) {
        var at = Preceding.before(zone, HashLabel.owner(hashed, zone.origin()));
        boolean isWrapped = false;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            if (at.isEmpty() || at.get().equals(zone.origin())) {
                if (isWrapped) {
                    return Optional.empty();
                }
                isWrapped = true;
                at = Preceding.last(zone);
                continue;
            }
            var child = at.get().suffix(zone.origin().labelCount() + 1);
            var found = zone.recordSet(child, RecordType.NSEC3).flatMap(this::record);
            if (found.isPresent()) {
                return found;
            }
            at = Preceding.before(zone, child);
        }
        return Optional.empty();
    }

    private void report(ResourceRecord record, String message) {
        findings.add(DNSSEC_CHAIN, record, message, SignatureJudge.SIGN_AGAIN);
    }
}
