package io.github.dnscli.server.event;

import io.github.dnscli.common.wire.Rcode;
import java.util.Map;

/// What a server has counted since its start, at one moment.
///
/// @param requests what came, by protocol
/// @param replies the single replies sent, by the outcome in their headers (RFC 1035 §4.1.1)
/// @param updates the changes made by UPDATE
/// @param transfers the transfers out that were complete
/// @param brokenTransfers those that broke off, or never had their turn
/// @param newsReceived the notifications that were taken
/// @param newsDelivered the notifications that were answered
/// @param newsFailed the notifications that were refused or given up
/// @param connections the TCP connections
/// @param droppedDatagrams the datagrams left unanswered, because they came from no real port, or too many updates were
///     under way
/// @param droppedEvents the events that listeners missed because they were slow
/// @param bugs the packets whose handling ended in an unforeseen exception; each was answered SERVFAIL
public record ServerMetrics(
        Requests requests,
        Map<Rcode, Long> replies,
        long updates,
        long transfers,
        long brokenTransfers,
        long newsReceived,
        long newsDelivered,
        long newsFailed,
        Connections connections,
        long droppedDatagrams,
        long droppedEvents,
        long bugs) {

    /// Copies the map.
    public ServerMetrics {
        replies = Map.copyOf(replies);
    }

    /// What came, by protocol.
    ///
    /// @param udp datagrams
    /// @param tcp messages on connections
    public record Requests(long udp, long tcp) {}

    /// TCP connections.
    ///
    /// @param open how many are open now
    /// @param registered how many of those are kept for news
    /// @param taken how many were ever taken
    /// @param displaced how many were closed to make room for others
    /// @param turnedAway how many were closed at once, because there was no room for them
    /// @param cutOff how many were closed because they stood idle, or a message took too long
    public record Connections(
            long open, long registered, long taken, long displaced, long turnedAway, long cutOff) {}
}
