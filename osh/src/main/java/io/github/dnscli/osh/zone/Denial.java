package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.common.request.Reply;

/// How it is told that a server does not give or change a zone.
public final class Denial {

    private Denial() {}

    /// Says that the zone cannot be fetched.
    ///
    /// @return what to tell the shell
    public static ExitStatus ofTransfer(ServedZone zone, Reply.Failed reply, Console console) {
        return tell(zone, "transfer of", "may transfer it", reply, console);
    }

    /// Says that the zone cannot be changed.
    ///
    /// @return what to tell the shell
    static ExitStatus ofUpdate(ServedZone zone, Reply.Failed reply, Console console) {
        return tell(zone, "update of", "may update it", reply, console);
    }

    private static ExitStatus tell(
            ServedZone zone, String what, String right, Reply.Failed reply, Console console) {
        console.error("%s %s: %s".formatted(what, zone.display(), reply.problem()));
        if (reply instanceof Reply.Refused || reply instanceof Reply.Unverified) {
            console.hint(
                    zone.key().isEmpty()
                            ? "name a key that "
                                    + right
                                    + " by '--key KEY', or for all that follows by 'use key KEY'"
                            : "key '%s' must be one that %s, and the same on the server"
                                    .formatted(zone.key().get().name().display(), right));
        }
        return FailedReply.status(reply);
    }
}
