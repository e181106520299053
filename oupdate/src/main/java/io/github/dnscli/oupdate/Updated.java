package io.github.dnscli.oupdate;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;

/// What came of an update.
sealed interface Updated {

    /// The server has made the change, and has signed that it has.
    record Done() implements Updated {}

    /// The server did not make it, or it is not certain that it did.
    record Failed(ServerAddress server, Reply.Failed reply) implements Updated {}

    /// The server has no zone that the host is in.
    record Homeless(ServerAddress server, String problem) implements Updated {}

    /// Nothing was sent.
    ///
    /// @param problem why, for people
    /// @param status what to tell the shell
    record Unsent(String problem, ExitStatus status) implements Updated {}
}
