package io.github.dnscli.certifier.challenge;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.common.transport.ServerAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What the addresses of one name server show, each looked at by a thread of its own.
///
/// Addresses of a kind that there is no way to from here are passed over if another address of the same name server shows
/// the proofs: it is one server, and others may have a way to it.
final class SightBoard {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Map<ServerAddress, Sight> sights = new LinkedHashMap<>();
    private Optional<String> trouble = Optional.of("its address was not found in time");

    /// Notes that no address of the name server is known.
    ///
    /// @param problem why, for people
    void noAddress(String problem) {
        locked(() -> trouble = Optional.of(problem));
    }

    /// Begins to look at addresses.
    void begin(List<ServerAddress> servers) {
        locked(
                () -> {
                    trouble = Optional.empty();
                    servers.forEach(server -> sights.put(server, unasked(server)));
                });
    }

    private static Sight unasked(ServerAddress server) {
        return new Sight.Missing("no reply from %s in time".formatted(server));
    }

    void see(ServerAddress server, Sight sight) {
        locked(
                () -> {
                    sights.put(server, sight);
                    change.signalAll();
                });
    }

    /// Sees something when the time is up: what was seen while there was time says more, unless it is all that was missing.
    void seeLate(ServerAddress server, Sight sight) {
        locked(
                () -> {
                    if (sight instanceof Sight.Served
                            || unasked(server).equals(sights.get(server))) {
                        sights.put(server, sight);
                        change.signalAll();
                    }
                });
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /// {@return whether there is nothing to wait for any more, after a while at most}
    boolean isSettledWithin(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!isSettled() && left > 0) {
                left = change.awaitNanos(left);
            }
            return isSettled();
        } finally {
            lock.unlock();
        }
    }

    private boolean isSettled() {
        var seen = sights.values();
        return seen.stream().noneMatch(Sight.Missing.class::isInstance)
                && (seen.isEmpty() || seen.stream().anyMatch(Sight.Served.class::isInstance));
    }

    /// {@return what is wrong with the name server, for people}; empty if nothing is, or it is to be left alone
    Optional<String> problem() {
        lock.lock();
        try {
            return trouble.isPresent() || isSettled() ? trouble : Optional.of(words());
        } finally {
            lock.unlock();
        }
    }

    private String words() {
        return sights.entrySet().stream()
                .flatMap(entry -> words(entry.getKey(), entry.getValue()).stream())
                .collect(joining(", and "));
    }

    private static Optional<String> words(ServerAddress server, Sight sight) {
        return switch (sight) {
            case Sight.Served _ -> Optional.empty();
            case Sight.Missing(var what) -> Optional.of(at(server, what));
            case Sight.Unroutable(var what) ->
                    Optional.of(at(server, what) + " (there is no way to this address from here)");
        };
    }

    private static String at(ServerAddress server, String what) {
        return what.contains(server.toString()) ? what : "at %s: %s".formatted(server, what);
    }
}
