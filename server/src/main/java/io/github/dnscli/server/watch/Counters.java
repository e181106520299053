package io.github.dnscli.server.watch;

import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.event.ServerMetrics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// Counts, from many threads at once.
public final class Counters {

    private static final int RCODES = 16;
    private static final int RCODE_OCTET = 3;

    /// What is counted.
    public enum Count {
        /// Datagrams that came.
        UDP_REQUESTS,
        /// Messages that came on connections.
        TCP_REQUESTS,
        /// Changes by UPDATE.
        UPDATES,
        /// Transfers out that were complete.
        TRANSFERS,
        /// Transfers out that were not.
        BROKEN_TRANSFERS,
        /// Notifications that came and were taken.
        NEWS_RECEIVED,
        /// Notifications that were sent and answered.
        NEWS_DELIVERED,
        /// Notifications that were refused or given up.
        NEWS_FAILED,
        /// Connections taken.
        CONNECTIONS,
        /// Connections closed to make room.
        DISPLACED,
        /// Connections there was no room for.
        TURNED_AWAY,
        /// Connections that stood idle, or on which a message took too long.
        CUT_OFF,
        /// Datagrams left unanswered.
        DROPPED_DATAGRAMS,
        /// Packets whose handling failed.
        BUGS
    }

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final LongAdder[] replies = adders(RCODES);
    private final LongAdder droppedEvents = new LongAdder();

    /// Begins at zero.
    public Counters() {
        for (var what : Count.values()) {
            counts.put(what, new LongAdder());
        }
    }

    private static LongAdder[] adders(int number) {
        return Stream.generate(LongAdder::new).limit(number).toArray(LongAdder[]::new);
    }

    /// Counts one more.
    public void add(Count what) {
        counter(what).increment();
    }

    /// Counts a reply.
    ///
    /// @param octets the reply, its header whole
    public void reply(byte[] octets) {
        replies[octets[RCODE_OCTET] & RCODES - 1].increment();
    }

    /// {@return what counts the events that listeners miss}
    public LongAdder droppedEvents() {
        return droppedEvents;
    }

    /// {@return all counts}
    ///
    /// @param open how many connections are open
    /// @param registered how many of them are kept for news
    public ServerMetrics snapshot(long open, long registered) {
        return new ServerMetrics(
                new ServerMetrics.Requests(of(Count.UDP_REQUESTS), of(Count.TCP_REQUESTS)),
                repliesByOutcome(),
                of(Count.UPDATES),
                of(Count.TRANSFERS),
                of(Count.BROKEN_TRANSFERS),
                of(Count.NEWS_RECEIVED),
                of(Count.NEWS_DELIVERED),
                of(Count.NEWS_FAILED),
                new ServerMetrics.Connections(
                        open,
                        registered,
                        of(Count.CONNECTIONS),
                        of(Count.DISPLACED),
                        of(Count.TURNED_AWAY),
                        of(Count.CUT_OFF)),
                of(Count.DROPPED_DATAGRAMS),
                droppedEvents.sum(),
                of(Count.BUGS));
    }

    private LongAdder counter(Count what) {
        return Objects.requireNonNull(counts.get(what));
    }

    private long of(Count what) {
        return counter(what).sum();
    }

    private Map<Rcode, Long> repliesByOutcome() {
        var byOutcome = new HashMap<Rcode, Long>();
        for (int code = 0; code < RCODES; code++) {
            long number = replies[code].sum();
            if (number > 0) {
                byOutcome.put(new Rcode(code), number);
            }
        }
        return byOutcome;
    }
}
