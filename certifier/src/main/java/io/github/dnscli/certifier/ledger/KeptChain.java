package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.plan.IssuedChain;

/// A certificate that is kept, lest it be ordered again.
///
/// @param authority who issued it; empty if it was found in a zone and nobody remembers
/// @param chain the certificate and all that belongs to it
/// @param settled whether it, or one as good, has been seen in all places
public record KeptChain(String authority, IssuedChain chain, boolean settled) {}
