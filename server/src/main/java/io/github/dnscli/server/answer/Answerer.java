package io.github.dnscli.server.answer;

import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.QueryReply;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChoice;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;

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
        return switch (ZoneChoice.of(turn.state(), question.name(), question.type())) {
            case ZoneChoice.Served(var zone) ->
                    new AliasWalk(turn.state(), view(turn, question)).answer(zone, question.name());
            case ZoneChoice.Awaited _ -> NOT_READY;
            case ZoneChoice.Foreign _ -> NOT_SERVED;
        };
    }

    private static ZoneView view(Turn turn, Question question) {
        return new ZoneView(
                question.type(),
                turn.wantsSignatures(),
                turn.peer().protocol() == Peer.Protocol.UDP);
    }
}
