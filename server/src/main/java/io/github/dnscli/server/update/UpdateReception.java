package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.util.Optional;

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
        var origin = originOf(turn.state(), section);
        if (origin.isEmpty() || !question.recordClass().equals(RecordClass.IN)) {
            return turn.refuse(Rcode.NOTAUTH, Turn.notServed(section));
        }
        if (turn.state().secondaries().containsKey(origin.get())) {
            return turn.refuse(
                    Rcode.REFUSED,
                    "'" + origin.get().display() + "' is a secondary zone here: ask its primary");
        }
        var key = turn.keyName();
        return key.isEmpty()
                ? turn.refuse(Rcode.REFUSED, "an update must be signed")
                : effect(turn, turn.state().zone(origin.get()).orElseThrow(), section, key.get());
    }

    /// {@return the longest origin at or above a name, of zones that are served and of those that have not arrived}
    private static Optional<DomainName> originOf(ServerState state, DomainName name) {
        for (int labels = name.labelCount(); labels >= 0; labels--) {
            var suffix = name.suffix(labels);
            if (state.zones().containsKey(suffix) || state.secondaries().containsKey(suffix)) {
                return Optional.of(suffix);
            }
        }
        return Optional.empty();
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
                            turn.refusal(
                                    Rcode.SERVFAIL,
                                    "the change could not be stored; nothing was changed"));
        };
    }
}
