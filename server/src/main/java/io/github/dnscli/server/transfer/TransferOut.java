package io.github.dnscli.server.transfer;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneHistory;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hands out zones: whole (RFC 5936), or as the differences from the version that the client has (RFC 1995), if these are
/// known and no longer than the zone. Differences are condensed: what came and went meanwhile is not told.
public final class TransferOut {

    /// A datagram has no room for more.
    private static final int MOST_IN_DATAGRAM = 200;

    private static final int TRUNCATED = 2;

    private final ServerState state;
    private final Turn turn;
    private final Question question;

    private TransferOut(Turn turn, Question question) {
        this.state = turn.state();
        this.turn = turn;
        this.question = question;
    }

    /// {@return what a request for a zone leads to}
    public static Effect effect(Turn turn, Question question) {
        return new TransferOut(turn, question).effect();
    }

    /// {@return the serial of the version that a client over TCP has and wants to catch up from, if it may, and nothing is
    /// known of that version}
    public static Optional<Serial> unknownVersion(Turn turn, Question question) {
        boolean isWish =
                question.type().equals(RecordType.IXFR)
                        && question.recordClass().equals(RecordClass.IN)
                        && turn.peer().protocol() == Peer.Protocol.TCP;
        var zone = turn.state().zone(question.name()).filter(_ -> isWish);
        var wish = new TransferOut(turn, question);
        if (zone.isEmpty() || !wish.allowed()) {
            return Optional.empty();
        }
        var now = zone.get().serial().orElseThrow();
        return wish.heldSerial()
                .filter(now::isNewerThan)
                .filter(held -> turn.state().history(question.name()).since(held).isEmpty());
    }

    private Effect effect() {
        var zone =
                state.zone(question.name())
                        .filter(_ -> question.recordClass().equals(RecordClass.IN));
        String name = question.name().display();
        if (zone.isEmpty()) {
            return turn.refuse(Rcode.NOTAUTH, "no zone '" + name + "' here");
        }
        if (!allowed()) {
            return turn.refuse(
                    Rcode.REFUSED, "a transfer of '" + name + "' wants a key with that right");
        }
        return question.type().equals(RecordType.AXFR) ? whole(zone.get()) : newer(zone.get());
    }

    private boolean allowed() {
        return state.settings().openTransfers()
                || turn.keyName()
                        .filter(
                                key ->
                                        state.rights()
                                                .allow(
                                                        key,
                                                        KeyOperation.TRANSFER,
                                                        question.name(),
                                                        turn.peer().address()))
                        .isPresent();
    }

    private boolean isDatagram() {
        return turn.peer().protocol() == Peer.Protocol.UDP;
    }

    private Effect whole(Zone zone) {
        return isDatagram()
                ? turn.refuse(Rcode.FORMERR, "whole zones are handed out over TCP only")
                : new Effect.Stream(TransferMessages.of(turn, ZoneRecords.whole(zone)));
    }

    private Effect newer(Zone zone) {
        var start = ZoneRecords.start(zone);
        var held = heldSerial();
        if (held.isEmpty()) {
            return turn.refuse(
                    Rcode.FORMERR,
                    "IXFR wants the SOA record of the client's version (RFC 1995 §3)");
        }
        if (!Soa.of(start.data()).serial().isNewerThan(held.get())) {
            return only(start);
        }
        var step = state.history(zone.origin()).since(held.get()).filter(s -> isWorth(s, zone));
        if (isDatagram()) {
            return datagram(start, step);
        }
        return isOcaml() ? inOneMessage(zone, step) : stream(zone, step);
    }

    private Optional<Serial> heldSerial() {
        return turn.request().authority().stream()
                .filter(record -> record.type().equals(RecordType.SOA))
                .filter(record -> record.owner().equals(question.name()))
                .flatMap(record -> record.data().stream())
                .map(data -> Soa.of(data).serial())
                .findFirst();
    }

    private static boolean isWorth(ZoneHistory.Step step, Zone zone) {
        return zone.records().limit(step.size()).count() == step.size();
    }

    private Effect stream(Zone zone, Optional<ZoneHistory.Step> step) {
        return new Effect.Stream(messages(zone, step));
    }

    private Iterator<Effect.Wire> messages(Zone zone, Optional<ZoneHistory.Step> step) {
        var records = step.map(ZoneRecords::differences).orElseGet(() -> ZoneRecords.whole(zone));
        return TransferMessages.of(turn, records);
    }

    private boolean isOcaml() {
        return turn.keyName().filter(state.settings().transfers()::isOcaml).isPresent();
    }

    /// OCaml's secondaries take an IXFR of one message only, and ask for the whole zone when it is refused otherwise than
    /// by NOTAUTH.
    private Effect inOneMessage(Zone zone, Optional<ZoneHistory.Step> step) {
        for (var content :
                step.isEmpty()
                        ? List.of(step)
                        : List.of(step, Optional.<ZoneHistory.Step>empty())) {
            var messages = messages(zone, content);
            var message = messages.next();
            if (!messages.hasNext()) {
                return new Effect.Answer(message);
            }
        }
        return turn.refuse(Rcode.NOTIMP, "the differences fit into no single message: use AXFR");
    }

    /// What does not fit makes the client come by TCP (RFC 1995 §2).
    private Effect datagram(ResourceRecord start, Optional<ZoneHistory.Step> step) {
        var records = new ArrayList<ResourceRecord>();
        step.filter(s -> s.size() <= MOST_IN_DATAGRAM)
                .ifPresent(s -> ZoneRecords.differences(s).forEachRemaining(records::add));
        if (!records.isEmpty()) {
            var whole = answer(records);
            if ((whole.octets()[TRUNCATED] & Flag.TC.mask() >> 8) == 0) {
                return new Effect.Answer(whole);
            }
        }
        return only(start);
    }

    private Effect only(ResourceRecord start) {
        return new Effect.Answer(answer(List.of(start)));
    }

    private Effect.Wire answer(List<ResourceRecord> records) {
        return turn.seal(
                turn.request()
                        .reply(Rcode.NOERROR)
                        .withFlags(Set.of(Flag.AA))
                        .withSections(
                                records.stream().map(MessageRecord::of).toList(),
                                List.of(),
                                List.of()));
    }
}
