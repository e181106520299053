package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Lifetime;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certificate.fetch.FetchedTlsa;
import io.github.dnscli.certificate.fetch.TlsaFetch;
import io.github.dnscli.certificate.upload.RequestUploader;
import io.github.dnscli.certificate.upload.Upload;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.request.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Looks at the DNS, turn by turn: takes a better certificate if there is one, and asks for one where it is time. Turns are
/// taken by one thread.
final class IdentityKeeper {

    private static final int EXPIRING = 6;

    private final IdentityParts parts;
    private final ExchangeableKeys manager;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Lookout lookout;
    private final Rhythm rhythm;
    private final AtomicReference<Optional<Credentials>> next =
            new AtomicReference<>(Optional.empty());
    private Credentials current;
    private volatile Optional<VerifiedChain> held = Optional.empty();
    private Optional<Certificate> expiring = Optional.empty();
    private Optional<Certificate> expired = Optional.empty();

    IdentityKeeper(IdentityParts parts, Credentials current, ExchangeableKeys manager) {
        this.parts = parts;
        this.current = current;
        this.manager = manager;
        this.lookout = new Lookout(parts);
        this.rhythm = new Rhythm(parts.settings(), parts.random());
    }

    /// {@return open once there is a certificate}
    CountDownLatch ready() {
        return ready;
    }

    /// {@return the chain in use}
    Optional<VerifiedChain> held() {
        return held;
    }

    /// Takes other credentials as soon as there is a certificate for them.
    void rollOver(Credentials credentials) {
        next.set(Optional.of(credentials));
    }

    void hurry() {
        rhythm.hurry();
    }

    /// Takes the kept chain, if it is good.
    ///
    /// @throws IOException if it is there and cannot be read
    void restore() throws IOException {
        var certificates = Pem.parse(parts.store().readChain().orElse("")).certificates();
        lookout.kept(certificates, current.request()).ifPresent(chain -> use(current, chain));
    }

    /// Looks once.
    ///
    /// @return how long to pause before the next turn
    Duration turn() {
        var problem = look();
        var now = parts.clock().instant();
        warn(now);
        var pause = rhythm.next(now, goodUntil(now), problem);
        if (!Thread.currentThread().isInterrupted()) {
            problem.ifPresent(
                    said -> parts.listener().accept(new IdentityEvent.Trouble(said, pause)));
        }
        return pause;
    }

    private Optional<Lifetime> goodUntil(Instant now) {
        return held.map(chain -> chain.leaf().lifetime())
                .filter(lifetime -> !now.isAfter(lifetime.notAfter()));
    }

    private Optional<String> look() {
        try (var exchange = parts.open()) {
            return look(exchange);
        } catch (IOException trouble) {
            return Optional.of(IoTrouble.describe(trouble));
        }
    }

    private Optional<String> look(Exchange exchange) throws IOException {
        var owner = new ServiceName(parts.hosts().getFirst()).owner();
        return switch (TlsaFetch.of(owner).over(exchange)) {
            case FetchedTlsa.Failed(var place, var reply) ->
                    Optional.of(
                            "%s: no records of %s: %s"
                                    .formatted(parts.server().display(), place, reply.problem()));
            case FetchedTlsa.Nothing _ -> ask(exchange);
            case FetchedTlsa.Found(var place, var records) -> {
                var bundle = TlsaBundle.of(records);
                take(bundle);
                var problem = ask(exchange);
                yield problem.or(() -> unreadable(place.toString(), bundle));
            }
        };
    }

    private Optional<String> unreadable(String place, TlsaBundle bundle) {
        return bundle.unreadable().stream()
                .findFirst()
                .filter(_ -> held.isEmpty())
                .map(record -> "a record at %s %s".formatted(place, record.problem()));
    }

    private void take(TlsaBundle bundle) throws IOException {
        var rolling = next.get();
        var requests = new ArrayList<>(List.of(current.request()));
        rolling.ifPresent(credentials -> requests.add(credentials.request()));
        var best = lookout.best(bundle, requests);
        var rolled = rolling.flatMap(c -> Optional.ofNullable(best.get(c.request())));
        if (rolled.isPresent()) {
            // A key that is not kept is not used: its certificate would be lost with the process.
            parts.store().writeKey(rolling.orElseThrow().key().pem());
            next.compareAndSet(rolling, Optional.empty());
            current = rolling.orElseThrow();
            install(rolled.get());
            return;
        }
        var found = Optional.ofNullable(best.get(current.request()));
        if (found.filter(chain -> isBetter(chain, bundle)).isPresent()) {
            install(found.get());
        }
    }

    /// What lasts longer is better. What does not is so only if it was issued later, and has taken the other's place in the
    /// DNS: nobody can bring back an old certificate by showing it again.
    private boolean isBetter(VerifiedChain chain, TlsaBundle bundle) {
        if (goodUntil(parts.clock().instant()).isEmpty()) {
            return true;
        }
        var old = held.orElseThrow().leaf();
        var mine = old.lifetime();
        var its = chain.leaf().lifetime();
        boolean replaced =
                !bundle.leaves().contains(old) && its.notBefore().isAfter(mine.notBefore());
        return its.notAfter().isAfter(mine.notAfter()) || replaced;
    }

    /// What cannot be kept is used all the same.
    private void install(VerifiedChain chain) throws IOException {
        try {
            parts.store().writeChain(Pem.of(chain));
        } finally {
            use(current, chain);
        }
    }

    private void use(Credentials credentials, VerifiedChain chain) {
        manager.exchange(chain, credentials.platformKey());
        held = Optional.of(chain);
        ready.countDown();
        parts.listener().accept(new IdentityEvent.Installed(chain));
    }

    /// Asks for a certificate, where it is time and somebody gave us a key to ask with.
    private Optional<String> ask(Exchange exchange) throws IOException {
        var now = parts.clock().instant();
        boolean rested =
                next.get().isEmpty()
                        && goodUntil(now).filter(l -> now.isBefore(l.renewalDue())).isPresent();
        return rested || parts.key().isEmpty()
                ? Optional.empty()
                : upload(exchange, parts.key().get());
    }

    private Optional<String> upload(Exchange exchange, TsigKey key) throws IOException {
        var request = next.get().orElse(current).request();
        var uploader =
                new RequestUploader(
                        exchange,
                        key,
                        request,
                        (zone, owners) ->
                                parts.listener().accept(new IdentityEvent.Requested(zone, owners)));
        return switch (uploader.upload()) {
            case Upload.Standing _ -> Optional.empty();
            case Upload.Written _ -> {
                rhythm.hurry();
                yield Optional.empty();
            }
            case Upload.Overtaken _ ->
                    Optional.of("request not uploaded: what stands at its place keeps changing");
            case Upload.Failed(var problem, _) ->
                    Optional.of("%s: %s".formatted(parts.server().display(), problem));
        };
    }

    private void warn(Instant now) {
        held.map(VerifiedChain::leaf).ifPresent(leaf -> warn(leaf, now));
    }

    private void warn(Certificate leaf, Instant now) {
        var lifetime = leaf.lifetime();
        var left = lifetime.remaining(now);
        if (left.isZero()) {
            if (!expired.equals(Optional.of(leaf))) {
                expired = Optional.of(leaf);
                parts.listener().accept(new IdentityEvent.Expired(leaf));
            }
        } else if (left.compareTo(lifetime.length().dividedBy(EXPIRING)) < 0
                && !expiring.equals(Optional.of(leaf))) {
            expiring = Optional.of(leaf);
            parts.listener().accept(new IdentityEvent.Expiring(leaf));
        }
    }
}
