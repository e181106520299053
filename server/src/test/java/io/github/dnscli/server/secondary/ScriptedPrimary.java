package io.github.dnscli.server.secondary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Mac;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.TransferSigner;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A primary that tells the truth, or lies as a test wants it to.
final class ScriptedPrimary implements AutoCloseable {

    /// What it does with one request.
    interface Manner {
        void answer(Script.Line line, byte[] request) throws IOException;
    }

    private final TsigKey key;
    private final InstantSource clock;
    private final AtomicInteger requests = new AtomicInteger();
    private final ScriptedPeer peer;
    private volatile Manner manner;

    ScriptedPrimary(TsigKey key, InstantSource clock, Zone zone) throws IOException {
        this.key = key;
        this.clock = clock;
        this.manner = serving(zone);
        this.peer = ScriptedPeer.start(this::serve, this::serve);
    }

    private void serve(Script.Line line) throws IOException {
        while (true) {
            byte[] request = line.receive();
            requests.incrementAndGet();
            manner.answer(line, request);
        }
    }

    ServerAddress address() {
        return peer.address();
    }

    int requests() {
        return requests.get();
    }

    void behave(Manner other) {
        manner = other;
    }

    /// Gives its SOA record and the whole zone, signed.
    Manner serving(Zone zone) {
        return (line, request) -> {
            if (isTransfer(request)) {
                send(line, request, List.of(whole(zone)), key);
            } else {
                sendSoa(line, request, zone, key);
            }
        };
    }

    /// Gives the SOA record of a zone, and something else where a transfer is wanted.
    Manner serving(Zone zone, Manner transfer) {
        return (line, request) -> {
            if (isTransfer(request)) {
                transfer.answer(line, request);
            } else {
                sendSoa(line, request, zone, key);
            }
        };
    }

    static boolean isTransfer(byte[] request) {
        var type = Script.message(request).question().orElseThrow().type();
        return type.equals(RecordType.AXFR) || type.equals(RecordType.IXFR);
    }

    static boolean wantsChanges(byte[] request) {
        return Script.message(request).question().orElseThrow().type().equals(RecordType.IXFR);
    }

    static MessageRecord soa(Zone zone) {
        return MessageRecord.of(
                zone.recordSet(zone.origin(), RecordType.SOA).orElseThrow().records().getFirst());
    }

    static List<MessageRecord> whole(Zone zone) {
        var records = new ArrayList<MessageRecord>();
        records.add(soa(zone));
        zone.records()
                .filter(record -> !record.type().equals(RecordType.SOA))
                .forEach(record -> records.add(MessageRecord.of(record)));
        records.add(soa(zone));
        return records;
    }

    void sendSoa(Script.Line line, byte[] request, Zone zone, TsigKey signing) throws IOException {
        var reply = reply(request, List.of(soa(zone)));
        line.send(
                Signer.reply(MessageCodec.encode(reply), signing, mac(request), clock.instant())
                        .wire());
    }

    void send(Script.Line line, byte[] request, List<List<MessageRecord>> messages, TsigKey signing)
            throws IOException {
        var signer = new TransferSigner(signing, mac(request));
        for (var records : messages) {
            line.send(signer.sign(MessageCodec.encode(reply(request, records)), clock.instant()));
        }
    }

    TransferSigner signer(byte[] request) {
        return new TransferSigner(key, mac(request));
    }

    static Message reply(byte[] request, List<MessageRecord> records) {
        return Script.message(request)
                .reply(Rcode.NOERROR)
                .withFlags(Set.of(Flag.AA))
                .withSections(records, List.of(), List.of());
    }

    void refuse(Script.Line line, byte[] request, Rcode rcode) throws IOException {
        var reply = Script.message(request).reply(rcode);
        line.send(
                Signer.reply(MessageCodec.encode(reply), key, mac(request), clock.instant())
                        .wire());
    }

    private Mac mac(byte[] request) {
        return switch (Verifier.request(request, _ -> Optional.of(key), clock.instant())) {
            case Verified.Good(_, var mac) -> mac;
            case Verified.Bad _, Verified.Unsigned _ -> throw new AssertionError("not signed");
        };
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
