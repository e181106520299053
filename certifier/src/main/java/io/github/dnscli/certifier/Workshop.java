package io.github.dnscli.certifier;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.ledger.Delays;
import io.github.dnscli.certifier.ledger.Ledger;
import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.plan.Wish;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// What all desks of a certifier share.
final class Workshop {

    private final CertifierParts parts;
    private final CertifierSettings settings;
    private final Ledger ledger;
    private final Workers workers;
    private final Object telling = new Object();
    private final Set<String> troubles = ConcurrentHashMap.newKeySet();

    Workshop(CertifierParts parts, CertifierSettings settings, Ledger ledger, Workers workers) {
        this.parts = parts;
        this.settings = settings;
        this.ledger = ledger;
        this.workers = workers;
    }

    CertifierParts parts() {
        return parts;
    }

    CertifierSettings settings() {
        return settings;
    }

    Ledger ledger() {
        return ledger;
    }

    Workers workers() {
        return workers;
    }

    CertificateAuthority authority() {
        return parts.authority();
    }

    Instant now() {
        return parts.clock().instant();
    }

    /// {@return a number from 0 to below a bound, whoever asks at the same time}
    long random(long bound) {
        synchronized (telling) {
            return parts.random().nextLong(bound);
        }
    }

    Delays delays() {
        return new Delays(settings.firstRetry(), settings.longestRetry());
    }

    /// Tells one event after the other.
    void tell(CertifierEvent event) {
        synchronized (telling) {
            parts.listener().accept(event);
        }
    }

    /// Remembers a change; trouble with that is told, and the work goes on.
    void remember(LedgerEntry fresh, UnaryOperator<LedgerEntry> change) {
        attempt(() -> ledger.change(fresh, change));
    }

    /// Does what only a broken disk can spoil; trouble with that is told, the same only once until the disk is well again.
    void attempt(Keeping keeping) {
        try {
            keeping.run();
        } catch (IOException failure) {
            String problem = String.valueOf(failure.getMessage());
            if (troubles.add(problem)) {
                tell(new CertifierEvent.StateTrouble(problem));
            }
        }
    }

    /// Writes what could not be written before.
    void save() {
        attempt(
                () -> {
                    ledger.save();
                    troubles.clear();
                });
    }

    /// Something done to the state.
    interface Keeping {
        void run() throws IOException;
    }

    /// {@return what to begin with if nothing is remembered of a wish}
    static LedgerEntry fresh(Wish wish) {
        return LedgerEntry.of(wish.id(), wish.request().names(), owners(wish.places()));
    }

    static List<DomainName> owners(List<Place> places) {
        return places.stream().map(Place::owner).toList();
    }

    static String title(CertificateRequest request) {
        return request.names().getFirst().display();
    }
}
