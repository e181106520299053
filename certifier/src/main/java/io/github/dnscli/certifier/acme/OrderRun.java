package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.acme.AcmeServer.Line;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Failure.Kind;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.challenge.ChallengeSolver;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeServerException;

/// Leads an order to its end, from whatever state it is in (RFC 8555 §7.1.6).
final class OrderRun {

    private final Line line;
    private final Faults faults;
    private final InstantSource clock;
    private final Optional<String> preferredChain;
    private final Order wish;
    private final Proving proving;
    private final Pace pace;
    private boolean asked;

    OrderRun(
            Line line,
            AcmeSettings settings,
            ChallengeSolver solver,
            Faults faults,
            InstantSource clock,
            Order wish) {
        this.line = line;
        this.faults = faults;
        this.clock = clock;
        this.preferredChain = settings.preferredChain();
        this.wish = wish;
        this.proving = new Proving(line, solver, faults, clock, wish);
        this.pace = new Pace(clock, line.limit());
    }

    /// {@return what becomes of an order}
    ///
    /// @throws AcmeException if the authority refuses or cannot be reached
    /// @throws IOException if the state cannot be kept
    Issuance run(org.shredzone.acme4j.Order order)
            throws AcmeException, IOException, InterruptedException {
        while (!line.limit().isOver()) {
            var end =
                    switch (line.ask(order::getStatus)) {
                        case PENDING -> prove(order);
                        case READY -> complete(order);
                        case PROCESSING -> await(order);
                        case VALID -> Optional.of(issued(order));
                        default -> Optional.of(dead(order));
                    };
            if (end.isPresent()) {
                return end.get();
            }
        }
        return late(order);
    }

    private Issuance late(org.shredzone.acme4j.Order order) {
        var problem = faults.who() + " has not come to an end with the order in time";
        return issuance(new Fault.Passing(new Failure(Kind.ORDER, problem), order.getRetryAfter()));
    }

    private Issuance issuance(Fault fault) {
        return fault.issuance(clock.instant());
    }

    private Optional<Issuance> prove(org.shredzone.acme4j.Order order)
            throws AcmeException, IOException, InterruptedException {
        var fault = proving.prove(order);
        if (fault.isPresent()) {
            return fault.map(this::issuance);
        }
        boolean stuck = line.ask(order::getStatus) == Status.PENDING && !line.limit().isOver();
        return stuck ? Optional.of(dead(order)) : Optional.empty();
    }

    /// Hands in the signing request, and looks at once what comes of it.
    private Optional<Issuance> complete(org.shredzone.acme4j.Order order)
            throws AcmeException, InterruptedException {
        if (asked) {
            return await(order);
        }
        try {
            line.ask(
                    () -> {
                        order.execute(wish.request().der());
                        return order;
                    });
            line.ask(order::fetch);
            asked = true;
            return Optional.empty();
        } catch (AcmeServerException refused) {
            if (Problems.type(refused.getProblem()).equals("orderNotReady")) {
                return await(order);
            }
            throw refused;
        }
    }

    private Optional<Issuance> await(org.shredzone.acme4j.Order order)
            throws AcmeException, InterruptedException {
        pace.pause(order.getRetryAfter());
        if (!line.limit().isOver()) {
            line.ask(order::fetch);
        }
        return Optional.empty();
    }

    private Issuance issued(org.shredzone.acme4j.Order order) throws AcmeException {
        var chain = line.ask(() -> SentChain.download(order.getCertificate(), preferredChain));
        if (chain.leaf().publicKey().equals(wish.request().publicKey())) {
            return chain.issued();
        }
        return issuance(
                Fault.lasting(
                        Kind.MISFIT,
                        faults.who() + " has issued a certificate for another key than asked for"));
    }

    private Issuance dead(org.shredzone.acme4j.Order order) throws AcmeException, IOException {
        wish.slip().discard();
        return issuance(line.ask(() -> new Verdicts(faults).of(order)));
    }
}
