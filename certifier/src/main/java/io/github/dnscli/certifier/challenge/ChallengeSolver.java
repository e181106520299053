package io.github.dnscli.certifier.challenge;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;

/// Shows an authority that names are ours. May be used by several threads at once.
public interface ChallengeSolver {

    /// {@return the type of challenges it answers, such as `dns-01`}
    String type();

    /// Publishes proofs, and waits until whoever looks for them finds them. Whatever comes of it, they are to be withdrawn.
    ///
    /// @param deadline when to give up
    /// @throws IOException if the state cannot be kept; nothing was published then
    Presentation present(Collection<Proof> proofs, Instant deadline) throws IOException;

    /// Removes proofs, those of others at the same names left in peace; does nothing about proofs that are not there.
    ///
    /// @throws IOException if one cannot be removed now; it is remembered, and [#tidy] tries again
    void withdraw(Collection<Proof> proofs) throws IOException;

    /// Removes the proofs that are remembered from before, by this or an earlier process, and are not in use.
    ///
    /// @throws IOException if one is still there; the message says why
    void tidy() throws IOException;
}
