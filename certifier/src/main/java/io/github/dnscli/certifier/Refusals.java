package io.github.dnscli.certifier;

import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.plan.Step;
import io.github.dnscli.certifier.policy.Asked;
import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Tells each refusal once, for as long as it holds, and remembers it.
final class Refusals {

    private final Workshop shop;
    private Set<CertifierEvent.Refused> told = Set.of();

    Refusals(Workshop shop) {
        this.shop = shop;
    }

    /// Takes note of all refusals of a pass.
    ///
    /// @param granted the ids of the requests that were granted in other places
    void see(List<Step.Refuse> steps, Set<String> granted) {
        var now = new HashSet<CertifierEvent.Refused>();
        var wholly = new LinkedHashMap<String, List<Step.Refuse>>();
        for (var step : steps) {
            now.add(tell(step));
            if (!granted.contains(step.id())) {
                wholly.computeIfAbsent(step.id(), _ -> new ArrayList<>()).add(step);
            }
        }
        told = now;
        wholly.forEach(this::remember);
    }

    private CertifierEvent.Refused tell(Step.Refuse step) {
        var event =
                new CertifierEvent.Refused(
                        step.asked().data(), Workshop.owners(step.places()), step.reason());
        if (!told.contains(event)) {
            shop.tell(event);
        }
        return event;
    }

    private void remember(String id, List<Step.Refuse> steps) {
        var places =
                steps.stream()
                        .flatMap(step -> Workshop.owners(step.places()).stream())
                        .distinct()
                        .toList();
        var first = steps.getFirst();
        shop.remember(
                LedgerEntry.of(id, names(first.asked()), places),
                entry -> entry.refused(places, first.reason()));
    }

    private static List<DomainName> names(Asked asked) {
        return switch (asked.decoded()) {
            case DecodedRequest.Valid(var request) -> request.names();
            case DecodedRequest.Invalid _ -> List.of();
        };
    }
}
