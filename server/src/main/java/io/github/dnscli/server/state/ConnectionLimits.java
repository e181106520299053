package io.github.dnscli.server.state;

import java.time.Duration;

/// How many TCP connections a server keeps, and how long each may take its time (RFC 7766 §6.2, RFC 9210 §4). When there
/// is no room for one more, the connection on which nothing has happened for longest makes way.
///
/// @param inAll how many may be open at once, at all addresses together; at least 1
/// @param perAddress how many of them may belong to one IPv4 address or one IPv6 network of 64 bits; at least 1
/// @param registered how many of them may be kept by clients that want to be told of changes on them; at least 0
/// @param idle how long one may stand between two requests
/// @param registeredIdle the same for a client that wants to be told of changes
/// @param request how long a client may take from the first octet of a request to its last
/// @param reply how long a client may take to let what is sent to it leave the server
public record ConnectionLimits(
        int inAll,
        int perAddress,
        int registered,
        Duration idle,
        Duration registeredIdle,
        Duration request,
        Duration reply) {

    /// 1,000 connections, 200 of one address, 100 of them kept for news; 30 s idle, or a day for those; 10 s for a
    /// message, in and out.
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(
                    1_000,
                    200,
                    100,
                    Duration.ofSeconds(30),
                    Duration.ofDays(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));

    /// Checks the ranges.
    public ConnectionLimits {
        Range.atLeast(1, inAll, "connections in all");
        Range.atLeast(1, perAddress, "connections of an address");
        Range.atLeast(0, registered, "registered connections");
        Range.positive(idle, "idle time");
        Range.positive(registeredIdle, "idle time of a registered connection");
        Range.positive(request, "time for a request");
        Range.positive(reply, "time for a reply");
    }

    /// {@return the same with other numbers of connections}
    ///
    /// @param all at once
    /// @param ofOne of one address
    public ConnectionLimits withNumbers(int all, int ofOne) {
        return new ConnectionLimits(all, ofOne, registered, idle, registeredIdle, request, reply);
    }

    /// {@return the same with another number of connections kept for news}
    public ConnectionLimits withRegistered(int number) {
        return new ConnectionLimits(
                inAll, perAddress, number, idle, registeredIdle, request, reply);
    }

    /// {@return the same with other idle times}
    ///
    /// @param time between two requests
    /// @param ofRegistered the same for a client that wants to be told of changes
    public ConnectionLimits withIdle(Duration time, Duration ofRegistered) {
        return new ConnectionLimits(
                inAll, perAddress, registered, time, ofRegistered, request, reply);
    }

    /// {@return the same with other times for messages}
    ///
    /// @param in for a request
    /// @param out for a reply
    public ConnectionLimits withMessages(Duration in, Duration out) {
        return new ConnectionLimits(inAll, perAddress, registered, idle, registeredIdle, in, out);
    }
}
