package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.util.Set;

/// Takes the news that a zone has changed (RFC 1996).
public final class NotifyReception {

    private NotifyReception() {}

    /// {@return what a NOTIFY leads to}. One without a key never makes the server do anything, and it says so
    /// (RFC 1996 §3.10 leaves it free).
    public static Effect effect(Turn turn, Question question) {
        var zone = question.name();
        if (turn.keyName().isEmpty()) {
            return turn.refuse(Rcode.REFUSED, "an unsigned NOTIFY does nothing here: sign it");
        }
        var key = turn.keyName().get();
        if (!turn.state().rights().allow(key, KeyOperation.NOTIFY, zone)) {
            return turn.refuse(
                    Rcode.REFUSED,
                    "key '" + key.display() + "' may not notify of '" + zone.display() + "'");
        }
        if (turn.state().zone(zone).isEmpty()) {
            return new Effect.News(zone, key, turn.refusal(Rcode.NOTAUTH, Turn.notServed(zone)));
        }
        var reply = turn.request().reply(Rcode.NOERROR).withFlags(Set.of(Flag.AA));
        return new Effect.News(zone, key, turn.seal(reply));
    }
}
