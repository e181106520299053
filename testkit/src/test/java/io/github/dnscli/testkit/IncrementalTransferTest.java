package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.KEY;
import static io.github.dnscli.testkit.Sample.NOW;
import static io.github.dnscli.testkit.Sample.TIMEOUT;
import static io.github.dnscli.testkit.Sample.ZONE;
import static io.github.dnscli.testkit.Sample.record;
import static io.github.dnscli.testkit.Sample.soa;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.AppliedSteps;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.TransferSigner;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IncrementalTransferTest {

    private static final Serial ONE = new Serial(1);
    private static final MessageRecord NS = record("example.com", RecordType.NS, "ns.example.com");
    private static final MessageRecord OLD = record("www.example.com", RecordType.A, "192.0.2.1");
    private static final MessageRecord NEW = record("www.example.com", RecordType.A, "192.0.2.2");
    private static final MessageRecord MORE = record("a.example.com", RecordType.A, "192.0.2.3");

    private static final Zone HELD = zone(soa(1), NS, OLD);

    private static Zone zone(MessageRecord... records) {
        return Zone.of(
                ZONE,
                Stream.of(records)
                        .map(
                                record ->
                                        new ResourceRecord(
                                                record.owner(),
                                                new Ttl((int) record.ttl()),
                                                record.data().orElseThrow()))
                        .toList());
    }

    private static TransferReply fetch(Script script) throws IOException {
        try (var peer = ScriptedPeer.start(script);
                var exchange = Sample.at(NOW, peer.address())) {
            return exchange.transfer(Transfer.since(ZONE, ONE));
        }
    }

    private static TransferReply fetch(MessageRecord... records) throws IOException {
        return fetch(sending(List.of(List.of(records))));
    }

    private static Script sending(List<List<MessageRecord>> messages) {
        return line -> {
            var request = Script.message(line.receive());
            for (var records : messages) {
                line.send(
                        MessageCodec.encode(
                                Sample.answered(request, records.toArray(MessageRecord[]::new))));
            }
            line.receive();
        };
    }

    private static Zone applied(TransferReply reply) {
        return ((AppliedSteps.Fitting) ((TransferReply.Differences) reply).appliedTo(HELD)).zone();
    }

    private static String misfit(TransferReply reply) {
        return ((AppliedSteps.Misfit) ((TransferReply.Differences) reply).appliedTo(HELD))
                .problem();
    }

    private static String garbled(MessageRecord... records) throws IOException {
        return ((Reply.Garbled) ((TransferReply.Failed) fetch(records)).reply()).problem();
    }

    @Test
    void saysWhichVersionIsAtHand() throws Exception {
        var asked = new CompletableFuture<Message>();
        fetch(
                Script.replying(
                        message -> {
                            asked.complete(message);
                            return message.reply(Rcode.REFUSED);
                        }));

        assertThat(asked.get().question().orElseThrow().type()).isEqualTo(RecordType.IXFR);
        assertThat(asked.get().authority())
                .singleElement()
                .satisfies(
                        soa ->
                                assertThat(Soa.of(soa.data().orElseThrow()).serial())
                                        .isEqualTo(ONE));
    }

    @Test
    void isOverWhenTheServerHasNothingNewer() throws IOException {
        assertThat(fetch(soa(1))).isEqualTo(new TransferReply.UpToDate(ONE));
        assertThat(fetch(soa(0))).isEqualTo(new TransferReply.UpToDate(new Serial(0)));
    }

    @Test
    void takesAStep() throws IOException {
        assertThat(applied(fetch(soa(2), soa(1), OLD, soa(2), NEW, soa(2))))
                .isEqualTo(zone(soa(2), NS, NEW));
    }

    @Test
    void takesSeveralStepsInAnyMessages() throws IOException {
        var expected = zone(soa(3), NS, NEW, MORE);
        var records = List.of(soa(3), soa(1), OLD, soa(2), NEW, soa(2), soa(3), MORE, soa(3));
        assertThat(applied(fetch(sending(List.of(records))))).isEqualTo(expected);
        assertThat(applied(fetch(sending(records.stream().map(List::of).toList()))))
                .isEqualTo(expected);
    }

    @Test
    void takesAStepThatChangesNoMoreThanTheSerial() throws IOException {
        assertThat(applied(fetch(soa(2), soa(1), soa(2), soa(2)))).isEqualTo(zone(soa(2), NS, OLD));
    }

    @Test
    void takesAnotherTtl() throws IOException {
        var later = new MessageRecord(OLD.owner(), OLD.type(), OLD.recordClass(), 60, OLD.data());
        assertThat(applied(fetch(soa(2), soa(1), OLD, soa(2), later, soa(2))))
                .isEqualTo(zone(soa(2), NS, later));
    }

    @Test
    void takesTheWholeZoneWhereThatComes() throws IOException {
        for (var messages :
                List.of(
                        List.of(List.of(soa(2), NS, NEW, soa(2))),
                        List.of(List.of(soa(2)), List.of(NS, NEW, soa(2))))) {
            assertThat(fetch(sending(messages)))
                    .isEqualTo(new TransferReply.Complete(zone(soa(2), NS, NEW), 0));
        }
        assertThat(fetch(soa(2), soa(2))).isEqualTo(new TransferReply.Complete(zone(soa(2)), 0));
    }

    @Test
    void findsDifferencesThatDoNotFit() throws IOException {
        assertThat(misfit(fetch(soa(2), soa(1), NEW, soa(2), soa(2))))
                .contains("not there", "'www.example.com'");
        assertThat(misfit(fetch(soa(2), soa(1), soa(2), OLD, soa(2)))).contains("is there");
        assertThat(
                        ((TransferReply.Differences) fetch(soa(2), soa(1), soa(2), soa(2)))
                                .appliedTo(zone(soa(7), NS)))
                .isInstanceOf(AppliedSteps.Misfit.class);
    }

    @Test
    void refusesWhatIsNoSequenceOfDifferences() throws IOException {
        assertThat(garbled(NS, soa(2))).contains("does not begin");
        assertThat(garbled(soa(3), soa(2), soa(3), soa(3))).contains("serial 2, where 1 is due");
        assertThat(garbled(soa(4), soa(1), soa(2), soa(3), soa(4), soa(4)))
                .contains("serial 3, where 2 is due");
        assertThat(garbled(soa(2), soa(1), soa(2), soa(3))).contains("another SOA");
        assertThat(garbled(soa(2), soa(1), soa(2), soa(2), NS)).contains("follow the end");
    }

    @Test
    void isToBeAskedForAgainWhereADatagramIsTooSmall() throws IOException {
        var udp = Script.replying(request -> Sample.answered(request, soa(5)));
        try (var peer = ScriptedPeer.start(Script.silent(), udp);
                var exchange =
                        Exchange.open(
                                Transport.udpThenTcp(),
                                peer.address(),
                                TIMEOUT,
                                InstantSource.fixed(NOW),
                                new Random(1))) {
            assertThat(exchange.transfer(Transfer.since(ZONE, ONE)))
                    .isEqualTo(new TransferReply.TooLong(new Serial(5)));
            assertThat(exchange.transfer(Transfer.since(ZONE, new Serial(5))))
                    .isEqualTo(new TransferReply.UpToDate(new Serial(5)));
        }
    }

    @Test
    void takesNoLongerThanItsLimit() throws IOException {
        var ticking = new AtomicLong();
        var endless = sending(List.of(List.of(soa(2)), List.of(NS), List.of(NEW)));
        try (var peer = ScriptedPeer.start(endless);
                var exchange =
                        Exchange.open(
                                Transport.TCP,
                                peer.address(),
                                TIMEOUT,
                                () -> NOW.plusSeconds(ticking.getAndAdd(40)),
                                new Random(1))) {
            var limit = new Transfer.Limit(100, 10_000, Duration.ofMinutes(1));
            assertThat(exchange.transfer(Transfer.since(ZONE, ONE).within(limit)))
                    .isInstanceOfSatisfying(
                            TransferReply.Failed.class,
                            failed ->
                                    assertThat(failed.reply().problem())
                                            .contains("more than 60 s"));
        }
    }

    @Test
    void isSignedToItsEnd() throws IOException {
        assertThat(fetchSigned(List.of(List.of(soa(1))), -1))
                .isInstanceOf(TransferReply.UpToDate.class);
        var steps = List.of(List.of(soa(2), soa(1)), List.of(soa(2), soa(2)));
        assertThat(fetchSigned(steps, -1)).isInstanceOf(TransferReply.Differences.class);
        assertThat(fetchSigned(steps, 1))
                .isInstanceOfSatisfying(
                        TransferReply.Failed.class,
                        failed -> assertThat(failed.reply()).isInstanceOf(Reply.Unverified.class));
    }

    private static TransferReply fetchSigned(List<List<MessageRecord>> messages, int unsigned)
            throws IOException {
        Script script =
                line -> {
                    byte[] wire = line.receive();
                    var good = (Verified.Good) Verifier.request(wire, _ -> Optional.of(KEY), NOW);
                    var signer = new TransferSigner(KEY, good.mac());
                    for (int i = 0; i < messages.size(); i++) {
                        var reply =
                                Sample.answered(
                                        Script.message(wire),
                                        messages.get(i).toArray(MessageRecord[]::new));
                        byte[] octets = MessageCodec.encode(reply);
                        line.send(i == unsigned ? octets : signer.sign(octets, NOW));
                    }
                    line.receive();
                };
        try (var peer = ScriptedPeer.start(script);
                var exchange = Sample.at(NOW, peer.address())) {
            return exchange.transfer(Transfer.since(ZONE, ONE), KEY);
        }
    }
}
