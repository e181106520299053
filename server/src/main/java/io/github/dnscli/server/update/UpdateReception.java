package io.github.dnscli.server.update;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.ZoneChange;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;

/// Takes the wish to change a zone (RFC 2136 §3).
public final class UpdateReception {

    private UpdateReception() {}

    /// {@return what an UPDATE leads to}
    public static Effect effect(Turn turn, Question question) {
        var section = question.name();
        var zone = turn.state().zoneOf(section);
        if (zone.isEmpty()) {
            return turn.refuse(Rcode.NOTAUTH, Turn.notServed(section));
        }
        if (!question.type().equals(RecordType.SOA)) {
            return turn.refuse(Rcode.FORMERR, "the zone section of an UPDATE wants type SOA");
        }
        if (turn.keyName().isEmpty()) {
            return turn.refuse(Rcode.REFUSED, "an update must be signed");
        }
        var evaluation = new UpdateEvaluation(zone.get(), section, turn.request());
        var key = turn.keyName().get();
        var accepted = turn.seal(turn.request().reply(Rcode.NOERROR));
        return switch (evaluation.evaluate(turn.state().rights(), key)) {
            case UpdateOutcome.Rejected(var rcode, var reason) -> turn.refuse(rcode, reason);
            case UpdateOutcome.Unchanged _ -> new Effect.Answer(accepted);
            case UpdateOutcome.Changed(var after) ->
                    new Effect.Proposal(
                            ZoneChange.of(zone.get(), after, key, turn.peer()),
                            accepted,
                            turn.refusal(
                                    Rcode.SERVFAIL,
                                    "the change could not be stored; nothing was changed"));
        };
    }
}
