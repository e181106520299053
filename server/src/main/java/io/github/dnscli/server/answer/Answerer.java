package io.github.dnscli.server.answer;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.QueryReply;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.util.Optional;

/// Answers queries: decides whether a query can be answered at all, and from which zone.
public final class Answerer {

    private static final QueryReply NOT_SERVED =
            QueryReply.of(
                    Rcode.REFUSED,
                    new ExtendedError(
                            ExtendedError.NOT_AUTHORITATIVE, "no zone here for this name"));

    private static final QueryReply NOT_READY =
            QueryReply.of(
                    Rcode.SERVFAIL,
                    new ExtendedError(
                            ExtendedError.NOT_READY, "the zone has not come from its primary"));

    private Answerer() {}

    /// {@return what a query leads to}
    public static Effect effect(Turn turn, Question question) {
        return turn.answer(answer(turn, question));
    }

    private static QueryReply answer(Turn turn, Question question) {
        if (!question.recordClass().equals(RecordClass.IN)) {
            return QueryReply.of(Rcode.REFUSED);
        }
        if (question.type().isMeta() && !question.type().equals(RecordType.ANY)) {
            return QueryReply.of(metaOutcome(question.type()));
        }
        return answerFromZones(turn, question);
    }

    /// MAILA and MAILB have gone out of use (RFC 1035 §3.2.3); the others belong to messages, not to zones.
    private static Rcode metaOutcome(RecordType type) {
        return type.value() == 253 || type.value() == 254 ? Rcode.NOTIMP : Rcode.FORMERR;
    }

    private static QueryReply answerFromZones(Turn turn, Question question) {
        var state = turn.state();
        if (isAwaited(state, question.name())) {
            return NOT_READY;
        }
        var zone = zoneFor(state, question.name(), question.type());
        if (zone.isEmpty()) {
            return NOT_SERVED;
        }
        var view =
                new ZoneView(
                        question.type(),
                        turn.wantsSignatures(),
                        turn.peer().protocol() == Peer.Protocol.UDP);
        return new AliasWalk(state, view).answer(zone.get(), question.name());
    }

    /// {@return whether the zone that a name belongs to comes from elsewhere and is not there}
    static boolean isAwaited(ServerState state, DomainName name) {
        var secondaries = state.secondaries();
        if (secondaries.isEmpty()) {
            return false;
        }
        for (var at = name; ; at = at.parent()) {
            if (state.zones().containsKey(at)) {
                return false;
            }
            if (secondaries.containsKey(at)) {
                return true;
            }
            if (at.isRoot()) {
                return false;
            }
        }
    }

    /// {@return the zone that has the say about a name and a type}. The DS records of a zone belong to its parent, if we
    /// serve that too (RFC 4035 §3.1.4.1).
    static Optional<Zone> zoneFor(ServerState state, DomainName name, RecordType type) {
        var own = state.zoneOf(name);
        boolean isAskedOfParent =
                type.equals(RecordType.DS)
                        && !name.isRoot()
                        && own.isPresent()
                        && own.get().origin().equals(name);
        return isAskedOfParent ? state.zoneOf(name.parent()).or(() -> own) : own;
    }
}
