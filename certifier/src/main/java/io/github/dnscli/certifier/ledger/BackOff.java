package io.github.dnscli.certifier.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// When what did not work may be tried again: after a first delay, then after twice as long each time, up to a limit.
public final class BackOff<K> {

    private record Attempts(int count, Instant next) {}

    private final Map<K, Attempts> attempts = new HashMap<>();
    private final Duration first;
    private final Duration longest;

    public BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = first.compareTo(longest) > 0 ? first : longest;
    }

    /// {@return whether something may be tried}
    public boolean allows(K what, Instant now) {
        return next(what).filter(now::isBefore).isEmpty();
    }

    /// {@return when something may be tried again, if it did not work}
    public Optional<Instant> next(K what) {
        return Optional.ofNullable(attempts.get(what)).map(Attempts::next);
    }

    /// {@return when something may be tried again that was tried just now}
    public Instant tried(K what, Instant now) {
        int count = attempts.containsKey(what) ? attempts.get(what).count() + 1 : 1;
        return put(what, count, now.plus(delay(count)));
    }

    /// {@return when something may be tried again; not before a time that somebody else set}
    public Instant postpone(K what, Instant notBefore) {
        var known = attempts.getOrDefault(what, new Attempts(1, notBefore));
        var later = known.next().isBefore(notBefore) ? notBefore : known.next();
        return put(what, known.count(), later);
    }

    private Instant put(K what, int count, Instant next) {
        attempts.put(what, new Attempts(count, next));
        return next;
    }

    private Duration delay(int count) {
        var delay = first;
        for (int i = 1; i < count && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(longest) > 0 ? longest : delay;
    }

    /// Forgets all failures of something.
    public void worked(K what) {
        attempts.remove(what);
    }

    /// Forgets everything but some.
    public void keep(Collection<K> some) {
        attempts.keySet().retainAll(some);
    }
}
