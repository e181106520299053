package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ZoneChange;
import io.github.dnscli.server.state.ZoneChoice;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;

/// Takes the wish to change a zone (RFC 2136 §3).
public final class UpdateReception {

    private UpdateReception() {}

    /// {@return what an UPDATE leads to}
    ///
    /// @param question the zone section: a zone served, or a name below one, to which the update is bound
    public static Effect effect(Turn turn, Question question) {
        if (!question.type().equals(RecordType.SOA)) {
            return turn.refuse(Rcode.FORMERR, "the zone section of an UPDATE wants type SOA");
        }
        var section = question.name();
        if (!question.recordClass().equals(RecordClass.IN)) {
            return turn.refuse(Rcode.NOTAUTH, Turn.notServed(section));
        }
        return switch (ZoneChoice.of(turn.state(), section)) {
            case ZoneChoice.Foreign _ -> turn.refuse(Rcode.NOTAUTH, Turn.notServed(section));
            case ZoneChoice.Awaited(var origin) -> refuseSecondary(turn, origin);
            case ZoneChoice.Served(var zone)
                    when turn.state().secondaries().containsKey(zone.origin()) ->
                    refuseSecondary(turn, zone.origin());
            case ZoneChoice.Served(var zone) ->
                    turn.keyName()
                            .map(key -> effect(turn, zone, section, key))
                            .orElseGet(
                                    () -> turn.refuse(Rcode.REFUSED, "an update must be signed"));
        };
    }

    private static Effect refuseSecondary(Turn turn, DomainName origin) {
        return turn.refuse(
                Rcode.REFUSED,
                "'" + origin.display() + "' is a secondary zone here: ask its primary");
    }

    private static Effect effect(Turn turn, Zone zone, DomainName section, DomainName key) {
        var permission = new Permission(zone, turn.state().rights(), key, turn.peer().address());
        var outcome =
                new UpdateEvaluation(zone, section, turn.request())
                        .evaluate(permission, turn.state().settings().serials(), turn.now());
        return switch (outcome) {
            case UpdateOutcome.Rejected(var rcode, var reason) -> turn.refuse(rcode, reason);
            case UpdateOutcome.Unchanged _ -> turn.answer(turn.request().reply(Rcode.NOERROR));
            case UpdateOutcome.Changed(var after, var diff) ->
                    new Effect.Proposal(
                            new ZoneChange(zone, after, diff, key, turn.peer()),
                            turn.seal(turn.request().reply(Rcode.NOERROR)),
                            () ->
                                    turn.refusal(
                                            Rcode.SERVFAIL,
                                            "the change could not be stored; nothing was changed"));
        };
    }
}
