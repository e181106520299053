package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.transport.ServerAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Waits until a name server shows proofs at each of its addresses. Addresses without a port in the settings are left
/// alone.
///
/// @param lookup asks about names
/// @param addresses finds the addresses of name servers
/// @param host the name of the name server
/// @param wanted what is to be shown, by name
/// @param board where it is noted what is shown
record HostWatch(
        Lookup lookup,
        HostAddresses addresses,
        DomainName host,
        Map<DomainName, Set<RecordData>> wanted,
        SightBoard board) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /// Looks until there is nothing to wait for any more, or the time is up.
    void run(TimeLimit limit) throws InterruptedException {
        var pause = FIRST_PAUSE;
        while (!isWatched(limit)) {
            rest(limit.left(pause));
            pause = longer(pause);
        }
    }

    /// {@return what is wrong with the name server, for people}; empty if nothing is
    Optional<String> problem() {
        return board.problem()
                .map(problem -> "name server '%s': %s".formatted(host.display(), problem));
    }

    /// {@return whether the addresses are known, and were watched, or will not be known}
    private boolean isWatched(TimeLimit limit) throws InterruptedException {
        var sought = addresses.of(host, limit);
        endIfInterrupted();
        return switch (sought) {
            case HostAddresses.Sought.Known(var known) -> {
                watch(known, limit);
                yield true;
            }
            case HostAddresses.Sought.Absent _ -> {
                board.noAddress("it has no address");
                yield true;
            }
            case HostAddresses.Sought.Unknown(var problem) -> {
                board.noAddress("its address cannot be found: " + problem);
                yield limit.hasPassed();
            }
        };
    }

    private void watch(Collection<InetAddress> known, TimeLimit limit) throws InterruptedException {
        var ports = lookup.settings().nameServerPorts();
        var servers = known.stream().flatMap(address -> ports.server(address).stream()).toList();
        board.begin(servers);
        Parallel.each(servers, Parallel.ALL, limit, server -> watch(server, limit));
    }

    private ServerAddress watch(ServerAddress server, TimeLimit limit) throws InterruptedException {
        var look = new ProofLook(lookup, server, wanted);
        var pause = FIRST_PAUSE;
        while (true) {
            var sight = look.look(limit);
            endIfInterrupted();
            if (limit.hasPassed()) {
                board.seeLate(server, sight);
                return server;
            }
            board.see(server, sight);
            if (isDone(sight, limit.left(pause))) {
                return server;
            }
            pause = longer(pause);
        }
    }

    private boolean isDone(Sight sight, Duration pause) throws InterruptedException {
        return switch (sight) {
            case Sight.Served _ -> true;
            case Sight.Missing _ -> {
                rest(pause);
                yield false;
            }
            case Sight.Unroutable _ -> board.isSettledWithin(pause);
        };
    }

    /// What was broken off tells nothing.
    private static void endIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the time is up");
        }
    }

    private static Duration longer(Duration pause) {
        var more = pause.multipliedBy(3).dividedBy(2);
        return more.compareTo(LONGEST_PAUSE) < 0 ? more : LONGEST_PAUSE;
    }

    private static void rest(Duration pause) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }
}
