package io.github.dnscli.server.transfer;

import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.TransferPacker;
import io.github.dnscli.common.wire.TransferSigner;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/// The messages of a transfer, each packed and signed when the connection is ready for it. All repeat the question, which
/// RFC 5936 §2.2.1 leaves free and OCaml's secondaries want.
final class TransferMessages implements Iterator<Effect.Wire> {

    private final Turn turn;
    private final Message head;
    private final Optional<TransferSigner> signer;
    private final int fill;
    private final int most;
    private final Iterator<ResourceRecord> records;
    private final long begun = System.nanoTime();
    private Optional<ResourceRecord> waiting;
    private boolean first = true;

    private TransferMessages(
            Turn turn,
            Optional<TransferSigner> signer,
            int fill,
            Iterator<ResourceRecord> records) {
        int room = turn.signature().map(good -> Signer.room(good.key())).orElse(0);
        this.turn = turn;
        this.head = turn.request().reply(Rcode.NOERROR).withFlags(Set.of(Flag.AA));
        this.signer = signer;
        this.fill = fill - room;
        this.most = MessageCodec.MAX_LENGTH - room;
        this.records = records;
        this.waiting = Optional.of(records.next());
    }

    /// {@return the messages of a transfer as the client wants them}
    static TransferMessages of(Turn turn, Iterator<ResourceRecord> records) {
        return turn.signature()
                .filter(good -> isOcaml(turn, good))
                .map(good -> ocaml(turn, good, records))
                .orElseGet(() -> standard(turn, records));
    }

    private static TransferMessages standard(Turn turn, Iterator<ResourceRecord> records) {
        var signer = turn.signature().map(good -> new TransferSigner(good.key(), good.mac()));
        return new TransferMessages(turn, signer, TransferPacker.WELL_FILLED, records);
    }

    /// As few messages as can be, each signed as if it were the only one.
    private static TransferMessages ocaml(
            Turn turn, Verified.Good good, Iterator<ResourceRecord> records) {
        var signer = TransferSigner.unchained(good.key(), good.mac());
        return new TransferMessages(turn, Optional.of(signer), MessageCodec.MAX_LENGTH, records);
    }

    private static boolean isOcaml(Turn turn, Verified.Good good) {
        return turn.state().settings().transfers().isOcaml(good.key().name());
    }

    @Override
    public boolean hasNext() {
        return waiting.isPresent();
    }

    @Override
    public Effect.Wire next() {
        if (waiting.isEmpty()) {
            throw new NoSuchElementException();
        }
        var edns = turn.request().edns().filter(_ -> first).map(_ -> Edns.DEFAULT);
        var message = filled(head.withEdns(edns));
        if (message.isEmpty()) {
            // The longest records leave no room even for a question.
            message = filled(head.withQuestions(List.of()));
        }
        first = false;
        return seal(message.isEmpty() ? broken() : message.end());
    }

    private TransferPacker filled(Message start) {
        var packer = new TransferPacker(start, fill, most);
        while (waiting.isPresent() && packer.add(waiting.get())) {
            waiting = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        }
        return packer;
    }

    /// A record that fits into no message ends the transfer.
    private byte[] broken() {
        waiting = Optional.empty();
        return MessageCodec.encode(head.withRcode(Rcode.SERVFAIL));
    }

    private Effect.Wire seal(byte[] message) {
        return new Effect.Wire(signer.map(s -> s.sign(message, now())).orElse(message));
    }

    /// A transfer may take longer than clocks may differ.
    private Instant now() {
        return turn.now().plusNanos(System.nanoTime() - begun);
    }
}
