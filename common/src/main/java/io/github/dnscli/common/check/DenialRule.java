package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_CHAIN;

import io.github.dnscli.common.dnssec.Nsec3Parameters;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.Set;
import java.util.stream.Collectors;

/// In a signed zone a chain of NSEC or NSEC3 records says of every name what there is, and that there is nothing between one
/// and the next (RFC 4035 §2.3, RFC 5155 §7.1). While a zone moves from one kind to the other it may have both.
///
/// Of names that a change has touched, their own records are judged and those right before them. What lies below a
/// delegation that came or went is left to a judgement of the whole zone.
final class DenialRule implements ZoneRule {

    /// RFC 5155 §10.3: the most there may be with keys of any size. RFC 9276 wants none, but that is another check.
    private static final int MAX_ITERATIONS = 2500;

    /// Chains beside the one in use are rare, and each costs a pass over the zone.
    private static final int MAX_CHAINS = 4;

    @Override
    public void judge(Zone zone, Scope scope, Findings findings) {
        SignedZone.of(zone)
                .filter(signed -> !signed.algorithms().isEmpty())
                .ifPresent(_ -> judgeChains(zone, scope, findings));
    }

    private static void judgeChains(Zone zone, Scope scope, Findings findings) {
        boolean hasNsec = zone.recordSet(zone.origin(), RecordType.NSEC).isPresent();
        var parameters = zone.recordSet(zone.origin(), RecordType.NSEC3PARAM);
        if (hasNsec) {
            switch (scope) {
                case Scope.Whole _ -> new NsecChain(findings).judge(NameWalk.of(zone, scope));
                case Scope.Touched(var names) ->
                        new NsecNeighbours(zone, findings).judge(names.stream().sorted().toList());
            }
        }
        parameters.ifPresent(set -> judgeHashed(zone, set, scope, hasNsec, findings));
        if (!hasNsec && parameters.isEmpty()) {
            findings.add(
                    DNSSEC_CHAIN,
                    zone.recordSet(zone.origin(), RecordType.SOA)
                            .or(() -> zone.recordSet(zone.origin(), RecordType.DNSKEY))
                            .orElseThrow(),
                    "zone '"
                            + zone.origin().display()
                            + "' is signed and has neither an NSEC nor an NSEC3PARAM record at its apex",
                    SignatureJudge.SIGN_AGAIN);
        }
    }

    private static void judgeHashed(
            Zone zone, RecordSet set, Scope scope, boolean hasNsec, Findings findings) {
        int chains = 0;
        for (var record : set.records()) {
            var parameters = Nsec3Parameters.of(record.data());
            if (isJudged(record, parameters, findings) && ++chains <= MAX_CHAINS) {
                judgeHashed(zone, parameters, scope, hasNsec, findings);
            }
        }
        if (scope instanceof Scope.Whole) {
            Nsec3Chain.judgeForeign(zone, parameters(set), findings);
        }
    }

    private static Set<Nsec3Parameters> parameters(RecordSet set) {
        return set.data().stream().map(Nsec3Parameters::of).collect(Collectors.toSet());
    }

    private static void judgeHashed(
            Zone zone,
            Nsec3Parameters parameters,
            Scope scope,
            boolean hasNsec,
            Findings findings) {
        switch (scope) {
            case Scope.Whole _ -> {
                var chain = Nsec3Chain.of(zone, parameters, findings);
                Crew.judge(
                        new HashedNames(NameWalk.of(zone, scope), zone.origin(), chain.optsOut()),
                        () -> new Nsec3Judge(parameters, chain, hasNsec),
                        findings);
                chain.judgeUnused(findings);
            }
            case Scope.Touched(var names) ->
                    new Nsec3Neighbours(zone, parameters, hasNsec, findings)
                            .judge(names.stream().sorted().toList());
        }
    }

    private static boolean isJudged(
            ResourceRecord record, Nsec3Parameters parameters, Findings findings) {
        if (parameters.flags() != 0) {
            findings.add(
                    DNSSEC_CHAIN,
                    record,
                    "NSEC3PARAM has flags "
                            + parameters.flags()
                            + ": servers ignore such a record and its chain",
                    "flags are 0 here; opt-out stands in the NSEC3 records");
            return false;
        }
        if (parameters.algorithm() != 1) {
            findings.add(
                    DNSSEC_CHAIN,
                    record,
                    "NSEC3PARAM has hash algorithm "
                            + parameters.algorithm()
                            + ", and only 1 exists",
                    SignatureJudge.SIGN_AGAIN);
            return false;
        }
        if (parameters.iterations() > MAX_ITERATIONS) {
            findings.add(
                    DNSSEC_CHAIN,
                    record,
                    "NSEC3 chain of "
                            + parameters.iterations()
                            + " iterations is not judged: no validator takes more than "
                            + MAX_ITERATIONS,
                    "sign the zone again, without iterations");
            return false;
        }
        return true;
    }
}
