package io.github.dnscli.osh.look;

import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import java.time.Duration;

/// What a server said to a question.
///
/// @param server who
/// @param reply what
/// @param time how long that took
record Dug(ServerAddress server, Reply reply, Duration time) {}
