package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.authority.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;

/// Why an order came to nothing: what the authority says of each proof, else of the order as a whole. All is fetched as it is
/// looked at.
record Verdicts(Faults faults) {

    private record Verdict(String name, Problem problem) {

        String told() {
            return "'" + name + "': " + Problems.tell(problem);
        }
    }

    /// {@return what is known of it}
    Fault of(Order order) {
        var verdicts = new ArrayList<Verdict>();
        for (var authorization : order.getAuthorizations()) {
            if (authorization.getStatus() == Status.INVALID) {
                verdicts.addAll(of(authorization));
            }
        }
        return verdicts.isEmpty() ? whole(order.getError()) : told(verdicts);
    }

    private static List<Verdict> of(Authorization authorization) {
        var name =
                (authorization.isWildcard() ? "*." : "")
                        + authorization.getIdentifier().getDomain();
        return authorization.getChallenges().stream()
                .map(Challenge::getError)
                .flatMap(Optional::stream)
                .map(problem -> new Verdict(name, problem))
                .toList();
    }

    private Fault told(List<Verdict> verdicts) {
        return faults.ofProofs(
                verdicts.stream().map(Verdict::problem).toList(),
                verdicts.stream().map(Verdict::told).collect(Collectors.joining("; ")));
    }

    private Fault whole(Optional<Problem> error) {
        return error.map(faults::ofOrder)
                .orElseGet(
                        () ->
                                Fault.passing(
                                        Kind.ORDER,
                                        faults.who()
                                                + " has ended the order without a word of why"));
    }
}
