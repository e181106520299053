package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.challenge.ChallengeSolver;
import io.github.dnscli.certifier.challenge.Presentation;
import io.github.dnscli.certifier.challenge.Proof;
import java.time.Instant;
import java.util.Collection;

/// Proves nothing: for whoever orders no certificate.
record NoProofs() implements ChallengeSolver {

    @Override
    public String type() {
        return "dns-01";
    }

    @Override
    public Presentation present(Collection<Proof> proofs, Instant deadline) {
        return new Presentation.Unpublished("no certificate is to be ordered");
    }

    @Override
    public void withdraw(Collection<Proof> proofs) {}

    @Override
    public void tidy() {}
}
