package io.github.dnscli.certifier.ledger;

import java.time.Instant;

/// An order that was placed.
///
/// @param at when
/// @param authority with whom
public record PlacedOrder(Instant at, String authority) {}
