package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_CHAIN;

import io.github.dnscli.common.dnssec.HashLabel;
import io.github.dnscli.common.dnssec.Nsec3;
import io.github.dnscli.common.dnssec.Nsec3Hash;
import io.github.dnscli.common.dnssec.Nsec3Parameters;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.function.Consumer;

/// Judges for one name after the other whether a chain has its NSEC3 record, and whether that lists the right types.
final class Nsec3Judge implements Crew.Judge<HashedName> {

    private final Nsec3Parameters parameters;
    private final HashChain chain;
    private final boolean hasNsec;
    private final Nsec3Hash hash;

    /// @param hasNsec whether there is also a chain of NSEC records
    Nsec3Judge(Nsec3Parameters parameters, HashChain chain, boolean hasNsec) {
        this.parameters = parameters;
        this.chain = chain;
        this.hasNsec = hasNsec;
        this.hash = new Nsec3Hash(parameters);
    }

    @Override
    public void judge(HashedName name, Consumer<Complaint> complaints) {
        byte[] hashed = hash.of(name.name());
        chain.find(hashed)
                .ifPresentOrElse(
                        set -> judgeTypes(set, name, complaints),
                        () -> judgeMissing(name, hashed, complaints));
        if (!hasNsec && name.kind() != HashedName.Kind.EMPTY) {
            judgeNsec(name, complaints);
        }
    }

    private void judgeTypes(RecordSet set, HashedName name, Consumer<Complaint> complaints) {
        for (var record : set.records()) {
            var nsec3 = Nsec3.of(record.data());
            if (nsec3.parameters().equals(parameters)) {
                TypeLists.difference(nsec3.types(), name.types())
                        .ifPresent(
                                difference ->
                                        complaints.accept(
                                                new Complaint(
                                                        DNSSEC_CHAIN,
                                                        record,
                                                        "NSEC3 of "
                                                                + name.display()
                                                                + " "
                                                                + difference,
                                                        SignatureJudge.SIGN_AGAIN)));
            }
        }
    }

    private void judgeMissing(HashedName name, byte[] hashed, Consumer<Complaint> complaints) {
        if (name.isRequired()) {
            complain(
                    name,
                    "no NSEC3 record for "
                            + name.display()
                            + ", whose hash is '"
                            + HashLabel.text(hashed)
                            + "'",
                    complaints);
            return;
        }
        chain.strictCover(hashed)
                .ifPresent(
                        cover ->
                                complain(
                                        name,
                                        "no NSEC3 record for "
                                                + name.display()
                                                + ", and the one at '"
                                                + cover
                                                + "', which covers it, does not opt out",
                                        complaints));
    }

    private static void judgeNsec(HashedName name, Consumer<Complaint> complaints) {
        for (var set : name.sets()) {
            if (set.type().equals(RecordType.NSEC)) {
                complaints.accept(
                        Complaint.of(
                                DNSSEC_CHAIN,
                                set,
                                "NSEC at '"
                                        + name.name().display()
                                        + "' in a zone whose chain is of NSEC3 records",
                                SignatureJudge.SIGN_AGAIN));
            }
        }
    }

    private static void complain(HashedName name, String message, Consumer<Complaint> complaints) {
        complaints.accept(
                Complaint.of(
                        DNSSEC_CHAIN, name.sets().getFirst(), message, SignatureJudge.SIGN_AGAIN));
    }
}
