package io.github.dnscli.certifier;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.ledger.BackOff;
import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.certifier.plan.PlaceUpdate;
import io.github.dnscli.certifier.plan.Step;
import io.github.dnscli.certifier.plan.Wish;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.certifier.policy.PlaceMap;
import io.github.dnscli.certifier.primary.PrimaryServer.Writing;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Writes certificates into zones.
///
/// A place that was written, or could not be, is left alone until it is seen to have changed, or until a time has passed
/// that doubles with each attempt: so neither a zone that comes late nor a server that loses what it accepted, nor one
/// that refuses it, leads to a stream of updates. What is seen to have changed is written at once.
final class Publisher {

    /// How many updates are made at the same time.
    private static final int AT_ONCE = 8;

    private final Workshop shop;
    private final Semaphore lines = new Semaphore(AT_ONCE, true);
    private final Set<DomainName> busy = new HashSet<>();
    private final Map<DomainName, Place> tried = new HashMap<>();
    private final BackOff<DomainName> delays;
    private PlaceMap map = PlaceMap.EMPTY;

    Publisher(Workshop shop) {
        this.shop = shop;
        this.delays = new BackOff<>(shop.delays());
    }

    /// Takes note of what the zones have now.
    synchronized void see(PlaceMap now) {
        map = now;
        tried.entrySet().removeIf(entry -> hasChanged(entry.getKey(), entry.getValue()));
        delays.keep(tried.keySet());
    }

    /// Leaves no place alone any longer.
    synchronized void tryAgain() {
        tried.clear();
        delays.keep(tried.keySet());
    }

    private boolean hasChanged(DomainName owner, Place before) {
        return !map.place(owner).equals(Optional.of(before));
    }

    /// Writes a certificate where it is missing, if that may be.
    ///
    /// @return when it may be, where not now
    Optional<Instant> consider(Step.Publish step) {
        var now = shop.now();
        if (step.lacking().stream().anyMatch(place -> mayWrite(place.owner(), now))) {
            var wish = step.wish();
            shop.workers()
                    .start(
                            "update for " + Workshop.title(wish.request()),
                            () -> publish(wish, step.chain(), step.lacking()),
                            () -> {});
        }
        return next(step.lacking(), now);
    }

    private synchronized boolean mayWrite(DomainName owner, Instant now) {
        return !busy.contains(owner) && delays.allows(owner, now);
    }

    private synchronized Optional<Instant> next(List<Place> places, Instant now) {
        return places.stream()
                .flatMap(place -> delays.next(place.owner()).stream())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /// Writes a certificate to places, on this thread, where that may be.
    void publish(Wish wish, IssuedChain chain, List<Place> places) {
        for (var place : places) {
            if (claim(place.owner())) {
                try {
                    takeTurn(wish.request(), chain, place.owner());
                } finally {
                    release(place.owner());
                }
            }
        }
    }

    private void takeTurn(CertificateRequest request, IssuedChain chain, DomainName owner) {
        try {
            lines.acquire();
            try {
                write(request, chain, owner);
            } finally {
                lines.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean claim(DomainName owner) {
        return mayWrite(owner, shop.now()) && busy.add(owner);
    }

    private synchronized void release(DomainName owner) {
        busy.remove(owner);
    }

    private void write(CertificateRequest request, IssuedChain chain, DomainName owner) {
        var place = current(owner).filter(one -> one.readableRequests().anyMatch(request::equals));
        if (place.isEmpty()) {
            shop.tell(new CertifierEvent.Overtaken(request, owner));
            return;
        }
        var writing = write(place.get(), request, chain);
        var retry = tried(place.get());
        shop.tell(
                switch (writing) {
                    case Writing.Done _ ->
                            new CertifierEvent.Published(request, chain.leaf(), owner);
                    case Writing.Overtaken _ -> new CertifierEvent.Overtaken(request, owner);
                    case Writing.Failed(var trouble) ->
                            new CertifierEvent.NotPublished(request, owner, trouble, retry);
                });
    }

    /// What cannot even be made, as an update that is too large, is a failure like any other: it would be tried for ever
    /// without a pause.
    private Writing write(Place place, CertificateRequest request, IssuedChain chain) {
        try {
            var update = PlaceUpdate.of(place, request, chain, shop.now());
            return shop.parts().primary().write(update);
        } catch (RuntimeException bug) {
            return new Writing.Failed(
                    new Trouble.Uncertainty("the certifier is at fault: " + bug.getMessage()));
        }
    }

    private synchronized Optional<Place> current(DomainName owner) {
        return map.place(owner);
    }

    private synchronized Instant tried(Place place) {
        tried.put(place.owner(), place);
        return delays.tried(place.owner(), shop.now());
    }
}
