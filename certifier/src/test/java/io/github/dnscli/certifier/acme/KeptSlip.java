package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.authority.OrderSlip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A slip that outlives an authority in a test.
final class KeptSlip implements OrderSlip {

    private final List<String> placed = new ArrayList<>();
    private Optional<String> reference = Optional.empty();

    /// {@return all orders that were ever placed}
    List<String> placed() {
        return placed;
    }

    @Override
    public Optional<String> read() {
        return reference;
    }

    @Override
    public void placed(String order) {
        placed.add(order);
        reference = Optional.of(order);
    }

    @Override
    public void discard() {
        reference = Optional.empty();
    }
}
