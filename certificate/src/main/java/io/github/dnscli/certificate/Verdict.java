package io.github.dnscli.certificate;

import java.util.List;

/// What a [ChainVerifier] thinks of a chain.
public sealed interface Verdict {

    /// It is good, and may be written.
    record Verified(VerifiedChain chain) implements Verdict {}

    /// It is not.
    ///
    /// @param chain the chain
    /// @param reasons at least one
    record Rejected(Chain chain, List<Reason> reasons) implements Verdict {}
}
