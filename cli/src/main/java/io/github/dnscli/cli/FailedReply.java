package io.github.dnscli.cli;

import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.Rcode;

/// How all commands tell that a server did not do what it was asked to.
public final class FailedReply {

    private FailedReply() {}

    /// Says what the server replied, and why that is not what was asked for.
    ///
    /// @return what to tell the shell, see [#status]
    public static ExitStatus tell(ServerAddress server, Reply.Failed reply, Console console) {
        console.error(server.display() + ": " + reply.problem());
        return status(reply);
    }

    /// {@return [ExitStatus#NO] for a refusal; [ExitStatus#UNKNOWN] if the server had trouble of its own, or its reply
    /// cannot be trusted or understood}
    public static ExitStatus status(Reply.Failed reply) {
        return switch (reply) {
            case Reply.Refused(var rcode, _) when rcode.equals(Rcode.SERVFAIL) ->
                    ExitStatus.UNKNOWN;
            case Reply.Refused _ -> ExitStatus.NO;
            case Reply.Unverified _, Reply.Unrelated _, Reply.Garbled _ -> ExitStatus.UNKNOWN;
        };
    }
}
