package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_SIGNATURE;

import io.github.dnscli.common.dnssec.CanonicalSet;
import io.github.dnscli.common.dnssec.RecordSignature;
import io.github.dnscli.common.dnssec.SigningAlgorithm;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Judges the signatures at one name after the other.
final class SignatureJudge implements Crew.Judge<NameStanding> {

    static final String SIGN_AGAIN = "sign the zone again";

    /// Each signature costs a pass over its records: a set with very many of them could keep a checker busy for ever.
    private static final int MAX_SIGNATURES = 64;

    /// An RRSIG record and its fields.
    private record Signed(ResourceRecord record, RecordSignature signature) {}

    private final SignedZone zone;
    private final SignatureFlaws flaws;

    SignatureJudge(SignedZone zone, Instant now) {
        this.zone = zone;
        this.flaws = new SignatureFlaws(zone, now);
    }

    @Override
    public void judge(NameStanding at, Consumer<Complaint> complaints) {
        var signatures = signatures(at);
        for (var set : at.sets()) {
            if (at.owns(set.type())) {
                var covering = signatures.remove(set.type());
                judge(set, covering == null ? List.of() : covering, complaints);
            }
        }
        signatures.forEach((type, strays) -> judgeStray(at, type, strays.getFirst(), complaints));
    }

    private static SortedMap<RecordType, List<Signed>> signatures(NameStanding at) {
        var byType = new TreeMap<RecordType, List<Signed>>();
        at.set(RecordType.RRSIG)
                .ifPresent(
                        set -> {
                            for (var record : set.records()) {
                                var signature = RecordSignature.of(record.data());
                                byType.computeIfAbsent(signature.covered(), _ -> new ArrayList<>())
                                        .add(new Signed(record, signature));
                            }
                        });
        return byType;
    }

    private void judge(RecordSet set, List<Signed> covering, Consumer<Complaint> complaints) {
        if (covering.isEmpty()) {
            complaints.accept(complaint(set, display(set) + " has no signature"));
            return;
        }
        for (int algorithm : zone.algorithms()) {
            if (covering.stream().noneMatch(s -> s.signature.algorithm() == algorithm)) {
                complaints.accept(complaint(set, missing(set, algorithm)));
            }
        }
        if (set.type().equals(RecordType.DNSKEY)) {
            judgeEntryPoints(set, covering, complaints);
        }
        if (covering.size() > MAX_SIGNATURES) {
            complaints.accept(
                    complaint(
                            set,
                            display(set)
                                    + " has "
                                    + covering.size()
                                    + " signatures, of which only "
                                    + MAX_SIGNATURES
                                    + " are judged"));
        }
        judgeEach(set, covering, complaints);
    }

    /// RFC 4035 §2.2: the keys are signed by each algorithm of the DS records above. Those point to the keys that say so by
    /// their flag, and a signature by another key is of no use to a validator that comes from there.
    private void judgeEntryPoints(
            RecordSet keys, List<Signed> covering, Consumer<Complaint> complaints) {
        var wanted = new TreeSet<Integer>();
        var signing = new TreeSet<Integer>();
        for (var key : zone.keyring().keys()) {
            if (key.isZoneKey() && !key.isRevoked() && key.isEntryPoint()) {
                wanted.add(key.algorithm());
            }
        }
        for (var signed : covering) {
            for (var key : zone.keyring().candidates(signed.signature)) {
                if (key.isEntryPoint()) {
                    signing.add(key.algorithm());
                }
            }
        }
        wanted.removeAll(signing);
        for (int algorithm : wanted) {
            complaints.accept(
                    complaint(
                            keys,
                            display(keys)
                                    + " has no signature by a key-signing key of "
                                    + SigningAlgorithm.display(algorithm)
                                    + ", to which DS records point"));
        }
    }

    private void judgeEach(RecordSet set, List<Signed> covering, Consumer<Complaint> complaints) {
        var canonical = CanonicalSet.of(set);
        Map<Long, byte[]> wires = new TreeMap<>();
        for (var signed : covering.subList(0, Math.min(covering.size(), MAX_SIGNATURES))) {
            byte[] wire = wires.computeIfAbsent(signed.signature.originalTtl(), canonical::wire);
            flaws.of(signed.signature, set, wire)
                    .ifPresent(
                            flaw ->
                                    complaints.accept(
                                            new Complaint(
                                                    DNSSEC_SIGNATURE,
                                                    signed.record,
                                                    "signature of "
                                                            + display(set)
                                                            + " by key "
                                                            + signed.signature.key()
                                                            + " "
                                                            + flaw,
                                                    SIGN_AGAIN)));
        }
    }

    /// RFC 4035 §2.2: neither delegations nor glue are signed, nor are signatures.
    private static void judgeStray(
            NameStanding at, RecordType type, Signed first, Consumer<Complaint> complaints) {
        String name = "'" + at.name().display() + "'";
        String problem;
        if (at.isDelegation() && at.set(type).isPresent()) {
            problem = type + " at the delegation " + name + ", which belong to the zone below";
        } else if (at.isOccluded()) {
            problem =
                    type
                            + " at "
                            + name
                            + ", which lies below '"
                            + at.barrier().orElseThrow().display()
                            + "' and is not this zone's";
        } else if (type.equals(RecordType.RRSIG)) {
            problem = "signatures at " + name + ", which are never signed";
        } else {
            problem = type + " at " + name + ", where there is none";
        }
        complaints.accept(
                new Complaint(
                        DNSSEC_SIGNATURE,
                        first.record,
                        "signature by key " + first.signature.key() + " covers " + problem,
                        "remove the signature, or sign the zone again"));
    }

    private static Complaint complaint(RecordSet set, String message) {
        return Complaint.of(DNSSEC_SIGNATURE, set, message, SIGN_AGAIN);
    }

    private static String missing(RecordSet set, int algorithm) {
        return display(set)
                + " has no signature by "
                + SigningAlgorithm.display(algorithm)
                + ", an algorithm of the zone's DNSKEY records";
    }

    private static String display(RecordSet set) {
        return "'" + set.owner().display() + "' " + set.type();
    }
}
