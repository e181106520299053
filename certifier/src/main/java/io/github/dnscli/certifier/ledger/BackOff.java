package io.github.dnscli.certifier.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// When what did not work may be tried again: after a first delay, then after twice as long each time, up to a limit. Not
/// for use by several threads at once.
///
/// @param <K> what is tried
public final class BackOff<K> {

    private record Attempts(int count, Instant last, Instant next) {}

    private final Map<K, Attempts> attempts = new HashMap<>();
    private final Delays delays;

    /// Makes one that knows of no failure.
    public BackOff(Delays delays) {
        this.delays = delays;
    }

    /// {@return whether something may be tried}; a clock that was set back is no reason to wait
    public boolean allows(K what, Instant now) {
        var known = attempts.get(what);
        return known == null || !now.isBefore(known.next()) || now.isBefore(known.last());
    }

    /// {@return when something may be tried again, if it did not work}
    public Optional<Instant> next(K what) {
        return Optional.ofNullable(attempts.get(what)).map(Attempts::next);
    }

    /// {@return when something may be tried again that was tried just now}
    public Instant tried(K what, Instant now) {
        int count = attempts.containsKey(what) ? attempts.get(what).count() + 1 : 1;
        return put(what, count, now);
    }

    private Instant put(K what, int count, Instant now) {
        var next = now.plus(delays.after(count));
        attempts.put(what, new Attempts(count, now, next));
        return next;
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
