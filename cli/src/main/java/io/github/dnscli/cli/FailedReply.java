package io.github.dnscli.cli;

import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;

/// How all commands tell that a server did not do what it was asked to.
public final class FailedReply {

    private FailedReply() {}

    /// Says what the server replied, and why that is not what was asked for.
    ///
    /// @return [ExitStatus#NO] for a refusal, [ExitStatus#UNKNOWN] for a reply that cannot be trusted or understood
    public static ExitStatus tell(ServerAddress server, Reply.Failed reply, Console console) {
        console.error(server.display() + ": " + reply.problem());
        return switch (reply) {
            case Reply.Refused _ -> ExitStatus.NO;
            case Reply.Unverified _, Reply.Unrelated _, Reply.Garbled _ -> ExitStatus.UNKNOWN;
        };
    }
}
