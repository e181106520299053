package io.github.dnscli.server.transfer;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.TransferSigner;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Hands out a whole zone: its SOA record, everything else, its SOA record again (RFC 5936 §2.2). A request for
/// differences gets the whole zone too (RFC 1995 §4), or over UDP the SOA record alone, which sends the client to TCP.
public final class TransferOut {

    /// Messages are filled to about this many octets: large enough to be few, small enough to be sent soon.
    private static final int FILL = 16_000;

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

    private Effect effect() {
        var zone = state.zone(question.name());
        if (zone.isEmpty()) {
            return turn.refuse(Rcode.NOTAUTH, "no zone '" + question.name().display() + "' here");
        }
        if (!allowed(zone.get().origin())) {
            return turn.refuse(
                    Rcode.REFUSED,
                    "a transfer of '"
                            + question.name().display()
                            + "' wants a key with that right");
        }
        boolean datagram = turn.peer().protocol() == Peer.Protocol.UDP;
        if (datagram && question.type().equals(RecordType.AXFR)) {
            return turn.refuse(Rcode.REFUSED, "transfers go over TCP");
        }
        var start = start(zone.get());
        if (datagram) {
            return turn.answer(message(List.of(MessageRecord.of(start))));
        }
        return new Effect.Stream(new Messages(records(zone.get(), start)));
    }

    private boolean allowed(DomainName zone) {
        return state.settings().openTransfers()
                || turn.keyName()
                        .filter(key -> state.rights().allow(key, KeyOperation.TRANSFER, zone))
                        .isPresent();
    }

    private static ResourceRecord start(Zone zone) {
        return zone.recordSet(zone.origin(), RecordType.SOA).orElseThrow().records().getFirst();
    }

    private static Iterator<MessageRecord> records(Zone zone, ResourceRecord start) {
        var rest = zone.records().filter(record -> !record.type().equals(RecordType.SOA));
        return Stream.concat(Stream.concat(Stream.of(start), rest), Stream.of(start))
                .map(MessageRecord::of)
                .iterator();
    }

    private Message message(List<MessageRecord> answers) {
        return turn.request()
                .reply(Rcode.NOERROR)
                .withFlags(Set.of(Flag.AA))
                .withSections(answers, List.of(), List.of());
    }

    /// The messages of the transfer, each made and signed when the connection is ready for it.
    private final class Messages implements Iterator<Effect.Wire> {

        private final Iterator<MessageRecord> records;
        private final Optional<TransferSigner> signer;
        private Optional<MessageRecord> waiting;

        Messages(Iterator<MessageRecord> records) {
            this.records = records;
            this.signer = turn.signature().map(good -> new TransferSigner(good.key(), good.mac()));
            this.waiting = Optional.of(records.next());
        }

        @Override
        public boolean hasNext() {
            return waiting.isPresent();
        }

        @Override
        public Effect.Wire next() {
            var answers = new ArrayList<MessageRecord>();
            int size = 0;
            while (waiting.isPresent()
                    && (answers.isEmpty() || size + size(waiting.get()) <= FILL)) {
                var record = waiting.get();
                answers.add(record);
                size += size(record);
                waiting = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            }
            byte[] wire = MessageCodec.encode(message(answers));
            return new Effect.Wire(signer.map(s -> s.sign(wire, turn.now())).orElse(wire));
        }

        private static int size(MessageRecord record) {
            return record.owner().wireLength() + 10 + record.data().orElseThrow().length();
        }
    }
}
