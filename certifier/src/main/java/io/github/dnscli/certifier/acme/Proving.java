package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.acme.AcmeServer.Line;
import io.github.dnscli.certifier.authority.Failure.Kind;
import io.github.dnscli.certifier.challenge.ChallengeSolver;
import io.github.dnscli.certifier.challenge.Presentation;
import io.github.dnscli.certifier.challenge.Proof;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/// Proves to an authority that the names of an order are ours (RFC 8555 §7.5): all proofs are published together, then all are
/// looked at together, and then, whatever came of it, all are taken away.
record Proving(
        Line line,
        ChallengeSolver solver,
        Faults faults,
        InstantSource clock,
        io.github.dnscli.certifier.authority.Order wish) {

    /// Some authorities leave an order pending although a proof of it has failed: after so many looks at the order, its
    /// authorizations are looked at too.
    private static final int PATIENCE = 3;

    private record Task(Authorization authorization, Dns01Challenge challenge) {

        Proof proof() {
            var name = authorization.getIdentifier().getDomain();
            return new Proof(DomainName.of(bare(name)), challenge.getDigest());
        }
    }

    private static String bare(String name) {
        return name.startsWith("*.") ? name.substring(2) : name;
    }

    /// No authority is to say where in the DNS something is written, but for the names of the order.
    private Optional<Fault> stray(Authorization authorization) {
        var name = authorization.getIdentifier().getDomain();
        boolean ordered =
                wish.request().names().stream()
                        .map(wanted -> bare(wanted.display()))
                        .anyMatch(bare(name)::equalsIgnoreCase);
        return ordered
                ? Optional.empty()
                : Optional.of(
                        Fault.lasting(
                                Kind.UNREACHABLE,
                                "%s wants a proof for '%s', which was not ordered"
                                        .formatted(faults.who(), Problems.line(name))));
    }

    /// Works on a pending order until it is something else, or its time is over.
    ///
    /// @return what prevented it; empty if the order is to be looked at: one that is still pending before its time is over
    ///     will never be ready
    /// @throws AcmeException if the authority refuses or cannot be reached
    /// @throws IOException if the state cannot be kept
    Optional<Fault> prove(Order order) throws AcmeException, IOException, InterruptedException {
        var tasks = new ArrayList<Task>();
        for (var authorization : line.ask(order::getAuthorizations)) {
            var status = line.ask(authorization::getStatus);
            if (status == Status.VALID) {
                continue;
            }
            if (status != Status.PENDING) {
                return Optional.empty();
            }
            var stray = line.ask(() -> stray(authorization));
            if (stray.isPresent()) {
                return stray;
            }
            var challenge = line.ask(() -> challenge(authorization));
            if (challenge.isEmpty()) {
                return Optional.of(line.ask(() -> noChallenge(authorization)));
            }
            tasks.add(new Task(authorization, challenge.get()));
        }
        return prove(order, tasks, line.ask(() -> tasks.stream().map(Task::proof).toList()));
    }

    private Optional<Dns01Challenge> challenge(Authorization authorization) {
        return authorization.getChallenges().stream()
                .filter(challenge -> challenge.getType().equals(solver.type()))
                .filter(Dns01Challenge.class::isInstance)
                .map(Dns01Challenge.class::cast)
                .findFirst();
    }

    private Fault noChallenge(Authorization authorization) {
        return Fault.lasting(
                Kind.REJECTED,
                "%s does not take proofs of type '%s' for '%s'; it offers %s"
                        .formatted(
                                faults.who(),
                                solver.type(),
                                authorization.getIdentifier().getDomain(),
                                authorization.getChallenges().stream()
                                        .map(Challenge::getType)
                                        .map(Problems::line)
                                        .collect(Collectors.joining("', '", "'", "'"))));
    }

    private Optional<Fault> prove(Order order, List<Task> tasks, List<Proof> proofs)
            throws AcmeException, IOException, InterruptedException {
        if (tasks.isEmpty()) {
            await(order, tasks);
            return Optional.empty();
        }
        try {
            return switch (solver.present(proofs, wish.deadline())) {
                case Presentation.Unpublished(var problem) ->
                        Optional.of(Fault.passing(Kind.CHALLENGE, problem));
                case Presentation.Unseen(var problem) ->
                        Optional.of(Fault.passing(Kind.PROPAGATION, problem));
                case Presentation.Visible _ -> {
                    trigger(tasks);
                    await(order, tasks);
                    yield Optional.empty();
                }
            };
        } finally {
            withdraw(proofs);
        }
    }

    private void withdraw(List<Proof> proofs) {
        try {
            solver.withdraw(proofs);
        } catch (IOException _) {
            // The solver remembers them, and says what is wrong when it tidies up. It costs nobody
            // a certificate.
        }
    }

    /// Tells that the proofs are there; not of those that the authority looks for already, from before a restart.
    private void trigger(List<Task> tasks) throws AcmeException {
        for (var task : tasks) {
            var challenge = task.challenge();
            if (line.ask(challenge::getStatus) == Status.PENDING) {
                line.ask(
                        () -> {
                            challenge.trigger();
                            return challenge;
                        });
            }
        }
    }

    private void await(Order order, List<Task> tasks) throws AcmeException, InterruptedException {
        var pace = new Pace(clock, line.limit());
        var retryAfter = line.ask(order::fetch);
        while (line.ask(order::getStatus) == Status.PENDING) {
            if (pace.looks() >= PATIENCE && hasFailed(tasks)) {
                return;
            }
            pace.pause(retryAfter);
            if (line.limit().isOver()) {
                return;
            }
            retryAfter = line.ask(order::fetch);
        }
    }

    private boolean hasFailed(List<Task> tasks) throws AcmeException {
        for (var task : tasks) {
            line.ask(task.authorization()::fetch);
            if (line.ask(task.authorization()::getStatus) == Status.INVALID) {
                return true;
            }
        }
        return false;
    }
}
