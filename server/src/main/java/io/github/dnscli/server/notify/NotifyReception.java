package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.util.Optional;
import java.util.Set;

/// Takes the news that a zone has changed (RFC 1996): from whoever holds a key with the right to say so and, for a zone
/// that comes from elsewhere, from the addresses of its primaries.
public final class NotifyReception {

    private final Turn turn;
    private final DomainName zone;

    private NotifyReception(Turn turn, DomainName zone) {
        this.turn = turn;
        this.zone = zone;
    }

    /// {@return what a NOTIFY leads to}. One that nobody vouches for does nothing, and is told so (RFC 1996 §3.10 leaves
    /// it free).
    public static Effect effect(Turn turn, Question question) {
        var reception = new NotifyReception(turn, question.name());
        return turn.keyName().map(reception::signed).orElseGet(reception::unsigned);
    }

    private Effect unsigned() {
        var primaries = turn.state().secondaries().getOrDefault(zone, Set.of());
        return primaries.contains(turn.peer().address())
                ? news(Optional.empty())
                : turn.refuse(Rcode.REFUSED, "an unsigned NOTIFY does nothing here: sign it");
    }

    private Effect signed(DomainName key) {
        if (!turn.state().rights().allow(key, KeyOperation.NOTIFY, zone, turn.peer().address())) {
            return turn.refuse(
                    Rcode.REFUSED,
                    "key '" + key.display() + "' may not notify of '" + zone.display() + "'");
        }
        boolean isKnown =
                turn.state().zone(zone).isPresent()
                        || turn.state().secondaries().containsKey(zone)
                        || turn.state().settings().discoveryKeys().contains(key);
        return isKnown
                ? news(Optional.of(key))
                : new Effect.News(
                        zone,
                        Optional.of(key),
                        serial(),
                        turn.refusal(Rcode.NOTAUTH, Turn.notServed(zone)));
    }

    private Effect news(Optional<DomainName> key) {
        var reply = turn.request().reply(Rcode.NOERROR).withFlags(Set.of(Flag.AA));
        return new Effect.News(zone, key, serial(), turn.seal(reply));
    }

    private Optional<Serial> serial() {
        return turn.request().answers(RecordType.SOA).stream()
                .filter(answer -> answer.owner().equals(zone))
                .flatMap(answer -> answer.data().stream())
                .findFirst()
                .map(data -> Soa.of(data).serial());
    }
}
