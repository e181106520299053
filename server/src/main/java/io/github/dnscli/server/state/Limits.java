package io.github.dnscli.server.state;

import java.time.Duration;

/// The bounds that keep strangers, and slow friends, from using a server up.
///
/// @param connections the bounds of TCP
/// @param transfers the bounds of transfers out
/// @param datagramThreads how many threads answer datagrams at each address; at least 1. With more than one, the system
///     spreads the senders over them, and other programs of the same user might listen at the same address unnoticed
/// @param datagramUpdates how many updates that came by UDP may be under way; more are dropped, and their clients ask
///     again; at least 1
/// @param events how many events may wait for one listener; more are dropped, and counted; at least 1
/// @param closing how long a server that is closed finishes what it has begun
public record Limits(
        ConnectionLimits connections,
        TransferLimits transfers,
        int datagramThreads,
        int datagramUpdates,
        int events,
        Duration closing) {

    /// The defaults of each; one thread and 500 updates by UDP, 10,000 events for each listener, 5 s for closing.
    public static final Limits DEFAULT =
            new Limits(
                    ConnectionLimits.DEFAULT,
                    TransferLimits.DEFAULT,
                    1,
                    500,
                    10_000,
                    Duration.ofSeconds(5));

    /// Checks the ranges.
    public Limits {
        Range.atLeast(1, datagramThreads, "threads for datagrams");
        Range.atLeast(1, datagramUpdates, "updates by UDP");
        Range.atLeast(1, events, "events for a listener");
        Range.positive(closing, "time for closing");
    }

    /// {@return the same with other bounds of TCP}
    public Limits with(ConnectionLimits others) {
        return new Limits(others, transfers, datagramThreads, datagramUpdates, events, closing);
    }

    /// {@return the same with other bounds of transfers}
    public Limits with(TransferLimits others) {
        return new Limits(connections, others, datagramThreads, datagramUpdates, events, closing);
    }

    /// {@return the same with another number of threads for datagrams}
    public Limits withDatagramThreads(int number) {
        return new Limits(connections, transfers, number, datagramUpdates, events, closing);
    }

    /// {@return the same with another number of updates by UDP}
    public Limits withDatagramUpdates(int number) {
        return new Limits(connections, transfers, datagramThreads, number, events, closing);
    }

    /// {@return the same with another number of events for a listener}
    public Limits withEvents(int number) {
        return new Limits(
                connections, transfers, datagramThreads, datagramUpdates, number, closing);
    }

    /// {@return the same with another time for closing}
    public Limits withClosing(Duration time) {
        return new Limits(connections, transfers, datagramThreads, datagramUpdates, events, time);
    }
}
