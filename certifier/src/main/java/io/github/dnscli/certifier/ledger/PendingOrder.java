package io.github.dnscli.certifier.ledger;

/// An order that was placed, and whose end nobody has seen.
///
/// @param authority with whom
/// @param reference what the authority's side wrote down to find it again, in one line
public record PendingOrder(String authority, String reference) {}
