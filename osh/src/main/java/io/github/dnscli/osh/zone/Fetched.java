package io.github.dnscli.osh.zone;

import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.zone.Zone;

/// What fetching a whole zone came to.
public sealed interface Fetched {

    /// The server gave it.
    ///
    /// @param zone the zone; it has an SOA record
    record Whole(Zone zone) implements Fetched {}

    /// The server did not.
    ///
    /// @param reply why
    record Denied(Reply.Failed reply) implements Fetched {}

    /// {@return what a reply to the wish for a whole zone comes to}
    static Fetched of(TransferReply reply) {
        return switch (reply) {
            case TransferReply.Complete(var zone, _) -> new Whole(zone);
            case TransferReply.Failed(var why) -> new Denied(why);
            case TransferReply.Differences _, TransferReply.UpToDate _, TransferReply.TooLong _ ->
                    new Denied(new Reply.Unrelated("reply holds no whole zone"));
        };
    }
}
