package io.github.dnscli.server.transfer;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.server.answer.Answerer;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;

/// Tells queries that register a hidden secondary from plain ones: who asks over TCP for an SOA record, with a key that may
/// transfer the zone, wants to hear of its changes on that connection. The answer is the one that anybody gets. For a zone
/// that is not served, or the root, which stands for all zones, it is NOTAUTH, by which secondaries of the original know
/// that there is nothing to fetch under that name now.
public final class Registrations {

    private Registrations() {}

    /// {@return what a query leads to}
    public static Effect effect(Turn turn, Question question) {
        return turn.signature()
                .filter(good -> registers(turn, question, good))
                .map(good -> registration(turn, question, good))
                .orElseGet(() -> Answerer.effect(turn, question));
    }

    private static boolean registers(Turn turn, Question question, Verified.Good good) {
        return question.type().equals(RecordType.SOA)
                && question.recordClass().equals(RecordClass.IN)
                && turn.peer().protocol() == Peer.Protocol.TCP
                && isZoneOrNothing(turn, question)
                && turn.state()
                        .rights()
                        .allow(
                                good.key().name(),
                                KeyOperation.TRANSFER,
                                question.name(),
                                turn.peer().address());
    }

    /// A name within a zone has no SOA record, and never news of its own.
    private static boolean isZoneOrNothing(Turn turn, Question question) {
        return turn.state()
                .zoneOf(question.name())
                .filter(zone -> !zone.origin().equals(question.name()))
                .isEmpty();
    }

    private static Effect registration(Turn turn, Question question, Verified.Good good) {
        var zone = question.name();
        boolean isKnown =
                turn.state().zone(zone).isPresent() || turn.state().secondaries().containsKey(zone);
        if (!isKnown) {
            return new Effect.Registration(
                    zone, good.key(), turn.refusal(Rcode.NOTAUTH, Turn.notServed(zone)));
        }
        return switch (Answerer.effect(turn, question)) {
            case Effect.Answer(var wire) -> new Effect.Registration(zone, good.key(), wire);
            case Effect.Refusal(_, var wire) -> new Effect.Registration(zone, good.key(), wire);
            case Effect other -> other;
        };
    }
}
