package io.github.dnscli.certifier.authority;

import java.io.IOException;
import java.util.Optional;

/// What an authority writes down about an order that it has placed elsewhere, so that after a restart it is carried on and
/// not placed again.
public interface OrderSlip {

    /// For orders that are over within one call.
    OrderSlip NONE =
            new OrderSlip() {
                @Override
                public Optional<String> read() {
                    return Optional.empty();
                }

                @Override
                public void placed(String reference) {}

                @Override
                public void discard() {}
            };

    /// {@return the reference of an order that was placed for the same request, and whose end nobody has seen}
    Optional<String> read();

    /// Keeps the reference of an order just placed, durably, and counts it. An authority that places no orders elsewhere
    /// calls it with an empty reference, once for each certificate.
    ///
    /// @param reference one line, such as the order's URL
    /// @throws IOException if it cannot be kept; the order is then to be left alone
    void placed(String reference) throws IOException;

    /// Forgets the reference of an order that is of no use any more; it stays counted.
    ///
    /// @throws IOException if it cannot be forgotten
    void discard() throws IOException;
}
