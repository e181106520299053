package io.github.dnscli.server.state;

import java.time.Duration;

/// The bounds that keep strangers, and slow friends, from using a server up.
///
/// @param connections the bounds of TCP
/// @param transfers the bounds of transfers out
/// @param datagramUpdates how many updates that came by UDP may be under way; more are dropped, and their clients ask
///     again; at least 1
/// @param events how many events may wait for one listener; more are dropped, and counted; at least 1
/// @param closing how long a server that is closed finishes what it has begun
public record Limits(
        ConnectionLimits connections,
        TransferLimits transfers,
        int datagramUpdates,
        int events,
        Duration closing) {

    /// The defaults of each; 64 updates by UDP, 10,000 events for each listener, 5 s for closing.
    public static final Limits DEFAULT =
            new Limits(
                    ConnectionLimits.DEFAULT,
                    TransferLimits.DEFAULT,
                    64,
                    10_000,
                    Duration.ofSeconds(5));

    /// Checks the ranges.
    public Limits {
        Range.atLeast(1, datagramUpdates, "updates by UDP");
        Range.atLeast(1, events, "events for a listener");
        Range.positive(closing, "time for closing");
    }

    /// {@return the same with other bounds of TCP}
    public Limits with(ConnectionLimits others) {
        return new Limits(others, transfers, datagramUpdates, events, closing);
    }

    /// {@return the same with other bounds of transfers}
    public Limits with(TransferLimits others) {
        return new Limits(connections, others, datagramUpdates, events, closing);
    }

    /// {@return the same with another number of updates by UDP}
    public Limits withDatagramUpdates(int number) {
        return new Limits(connections, transfers, number, events, closing);
    }

    /// {@return the same with another number of events for a listener}
    public Limits withEvents(int number) {
        return new Limits(connections, transfers, datagramUpdates, number, closing);
    }

    /// {@return the same with another time for closing}
    public Limits withClosing(Duration time) {
        return new Limits(connections, transfers, datagramUpdates, events, time);
    }
}
