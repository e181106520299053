package io.github.dnscli.certifier;

import io.github.dnscli.certifier.ledger.RequestStanding;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Answers signing requests in zones with certificates.
public final class Certifier implements AutoCloseable {

    /// Makes a certifier that has not looked at anything yet.
    ///
    /// @throws IOException if what is remembered cannot be read at all
    public Certifier(CertifierParts parts, CertifierSettings settings) throws IOException {}

    /// Looks at the zones, starts what there is to be done on threads of its own, and returns.
    public void pass() {}

    /// {@return when a pass will find something to do even if nothing changes}
    public Optional<Instant> next() {
        return Optional.empty();
    }

    /// Waits until nothing is under way any more.
    ///
    /// @return whether that came to be within the limit
    /// @throws InterruptedException if the thread is interrupted
    public boolean awaitQuiet(Duration limit) throws InterruptedException {
        return true;
    }

    /// Has a bell rung when work has ended and a new pass may find something to do.
    ///
    /// @param bell returns at once; must not call back
    public void onChange(Runnable bell) {}

    /// {@return how all requests stand}
    public List<RequestStanding> standings() {
        return List.of();
    }

    /// {@return what a pass would do now}; does nothing, and asks nobody
    public List<PlannedStep> trial() {
        return List.of();
    }

    /// Starts nothing any more, and waits for what is under way, 30 seconds at most.
    @Override
    public void close() {}
}
