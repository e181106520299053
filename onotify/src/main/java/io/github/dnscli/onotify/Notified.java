package io.github.dnscli.onotify;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;

/// What came of telling a server.
sealed interface Notified {

    /// The server took notice.
    ///
    /// @param isSigned whether message and reply were signed
    record Acknowledged(boolean isSigned) implements Notified {}

    /// The server did not, or it is not certain that it did.
    record Failed(ServerAddress server, Reply.Failed reply) implements Notified {}

    /// Nothing was sent.
    ///
    /// @param problem why, for people
    /// @param status what to tell the shell
    record Unsent(String problem, ExitStatus status) implements Notified {}
}
