package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.certifier.plan.Memory;
import io.github.dnscli.certifier.plan.Renewal;
import java.util.Optional;
import java.util.Set;

/// What plans want to know, as the ledger has it.
///
/// @param ledger what is remembered of requests
/// @param authority who is to issue
/// @param revoked the serial numbers of what has been revoked
public record LedgerMemory(Ledger ledger, String authority, Set<String> revoked) implements Memory {

    @Override
    public Optional<IssuedChain> kept(String id) {
        return ledger.entry(id)
                .flatMap(LedgerEntry::chain)
                .filter(kept -> !isForeign(kept) && !isRevoked(kept.chain().leaf()))
                .map(KeptChain::chain);
    }

    private boolean isForeign(KeptChain kept) {
        return !kept.authority().isEmpty() && !kept.authority().equals(authority);
    }

    private boolean isRevoked(Certificate leaf) {
        return !revoked.isEmpty() && revoked.contains(RevokedMarks.serial(leaf));
    }

    @Override
    public Optional<String> objection(String id, Certificate leaf) {
        if (isRevoked(leaf)) {
            return Optional.of("the certificate has been revoked");
        }
        return ledger.entry(id)
                .flatMap(LedgerEntry::chain)
                .filter(kept -> isForeign(kept) && kept.chain().leaf().equals(leaf))
                .map(
                        kept ->
                                "the certificate was issued by '%s', and '%s' is to issue now"
                                        .formatted(kept.authority(), authority));
    }

    @Override
    public Renewal renewal(String id, Certificate leaf) {
        return ledger.entry(id)
                .map(entry -> renewal(entry, leaf))
                .orElseGet(() -> Renewal.regular(leaf));
    }

    static Renewal renewal(LedgerEntry entry, Certificate leaf) {
        return entry.advice()
                .filter(advice -> advice.serial().equals(RevokedMarks.serial(leaf)))
                .map(advice -> Renewal.advised(leaf, advice.moment()))
                .orElseGet(() -> Renewal.regular(leaf));
    }
}
