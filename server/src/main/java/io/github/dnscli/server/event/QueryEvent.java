package io.github.dnscli.server.event;

import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.Peer;
import java.time.Duration;
import java.time.Instant;

/// A query that was answered.
///
/// @param time when it came
/// @param peer who asked, and by which protocol
/// @param question what for
/// @param rcode the outcome, as the header of the reply says it
/// @param size the reply's octets; 0 for a transfer, which is told of by itself
/// @param duration from the receipt of the query until the reply was handed to the system
public record QueryEvent(
        Instant time, Peer peer, Question question, Rcode rcode, int size, Duration duration) {}
