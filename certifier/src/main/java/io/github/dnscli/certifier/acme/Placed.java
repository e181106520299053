package io.github.dnscli.certifier.acme;

import org.shredzone.acme4j.Order;

/// What came of the wish to have an order with the authority.
sealed interface Placed {

    /// There is one, be it new or from before.
    record At(Order order) implements Placed {}

    /// There is none.
    record Nowhere(Fault fault) implements Placed {}
}
