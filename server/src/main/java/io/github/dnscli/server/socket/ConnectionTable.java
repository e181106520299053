package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.ConnectionLimits;
import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Counters.Count;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The TCP connections of a server, at all its addresses. Keeps their number in bounds, and closes those that are
/// overdue.
final class ConnectionTable {

    private static final System.Logger LOG = System.getLogger(ConnectionTable.class.getName());
    private static final Duration LONGEST_TICK = Duration.ofSeconds(1);
    private static final Duration SHORTEST_TICK = Duration.ofMillis(5);

    private final ConnectionLimits limits;
    private final Counters counters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Set<TcpConnection> open = new HashSet<>();
    private final Map<InetAddress, Integer> perSource = new HashMap<>();
    private boolean isClosed;
    private final ScheduledExecutorService reaper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("dns-tcp-reaper").daemon().factory());

    /// Begins to watch over connections.
    ConnectionTable(ConnectionLimits limits, Counters counters) {
        this.limits = limits;
        this.counters = counters;
        long tick = tick(limits).toNanos();
        var _ = reaper.scheduleWithFixedDelay(this::closeOverdue, tick, tick, TimeUnit.NANOSECONDS);
    }

    /// A quarter of the shortest limit: nobody gets much more than its time.
    private static Duration tick(ConnectionLimits limits) {
        var quarter =
                List.of(limits.idle(), limits.request(), limits.reply()).stream()
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .dividedBy(4);
        if (quarter.compareTo(SHORTEST_TICK) < 0) {
            return SHORTEST_TICK;
        }
        return quarter.compareTo(LONGEST_TICK) > 0 ? LONGEST_TICK : quarter;
    }

    ConnectionLimits limits() {
        return limits;
    }

    /// Takes a connection in, for which another may have to make way.
    ///
    /// @return whether there was room for it; there is none any more once the table is closed: the system may still hand out
    ///     a connection for a moment after its socket was closed
    boolean admit(TcpConnection connection) {
        lock.lock();
        try {
            if (isClosed) {
                return false;
            }
            var source = source(connection);
            boolean hasRoom =
                    perSource.getOrDefault(source, 0) < limits.perAddress()
                            ? open.size() < limits.inAll() || displace(open)
                            : displace(ofSource(source));
            if (hasRoom) {
                open.add(connection);
                perSource.merge(source, 1, Integer::sum);
            }
            counters.add(hasRoom ? Count.CONNECTIONS : Count.TURNED_AWAY);
            return hasRoom;
        } finally {
            lock.unlock();
        }
    }

    private List<TcpConnection> ofSource(InetAddress source) {
        return open.stream().filter(connection -> source(connection).equals(source)).toList();
    }

    private boolean displace(Iterable<TcpConnection> candidates) {
        var victim = Optional.<TcpConnection>empty();
        for (var connection : candidates) {
            boolean isBetter =
                    connection.isDispensable()
                            && victim.filter(v -> v.progress() - connection.progress() <= 0)
                                    .isEmpty();
            if (isBetter) {
                victim = Optional.of(connection);
            }
        }
        victim.ifPresent(
                connection -> {
                    counters.add(Count.DISPLACED);
                    remove(connection);
                    connection.close();
                });
        return victim.isPresent();
    }

    /// Whoever has one IPv6 address has all of its network.
    private static InetAddress source(TcpConnection connection) {
        return Sources.network(connection.peer().address());
    }

    /// Forgets a connection, which is closed.
    void remove(TcpConnection connection) {
        lock.lock();
        try {
            if (open.remove(connection)) {
                perSource.computeIfPresent(
                        source(connection), (_, number) -> number == 1 ? null : number - 1);
            }
            if (open.isEmpty()) {
                ended.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<TcpConnection> last() {
        lock.lock();
        try {
            isClosed = true;
            return List.copyOf(open);
        } finally {
            lock.unlock();
        }
    }

    private List<TcpConnection> all() {
        lock.lock();
        try {
            return List.copyOf(open);
        } finally {
            lock.unlock();
        }
    }

    /// Is called again only as long as it never throws.
    private void closeOverdue() {
        try {
            for (var connection : all()) {
                if (connection.isOverdue()) {
                    counters.add(Count.CUT_OFF);
                    remove(connection);
                    connection.close();
                }
            }
        } catch (RuntimeException | OutOfMemoryError fault) {
            LOG.log(System.Logger.Level.ERROR, "overdue connections were not closed", fault);
        }
    }

    /// {@return how many are open}
    int size() {
        return all().size();
    }

    /// {@return how many of them are kept for news}
    int kept() {
        return (int) all().stream().filter(TcpConnection::isKept).count();
    }

    /// Ends all connections, each after what is being answered on it.
    ///
    /// @param limit how long to wait for that
    /// @throws InterruptedException if the calling thread is told not to wait
    void close(Duration limit) throws InterruptedException {
        last().forEach(TcpConnection::end);
        awaitEnd(limit.toNanos());
    }

    /// Closes all connections at once.
    void discard() {
        reaper.shutdownNow();
        last().forEach(TcpConnection::close);
    }

    private void awaitEnd(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!open.isEmpty() && left > 0) {
                left = ended.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
