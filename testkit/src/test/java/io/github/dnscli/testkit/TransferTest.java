package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.KEY;
import static io.github.dnscli.testkit.Sample.NOW;
import static io.github.dnscli.testkit.Sample.ZONE;
import static io.github.dnscli.testkit.Sample.record;
import static io.github.dnscli.testkit.Sample.soa;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.TransferSigner;
import io.github.dnscli.common.wire.TsigFault;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TransferTest {

    private static final MessageRecord NS = record("example.com", RecordType.NS, "ns.example.com");
    private static final MessageRecord ADDRESS =
            record("ns.example.com", RecordType.A, "192.0.2.1");

    private static TransferReply fetch(Transfer transfer, Script script) throws IOException {
        try (var peer = ScriptedPeer.start(script);
                var exchange = Sample.at(NOW, peer.address())) {
            return exchange.transfer(transfer);
        }
    }

    private static TransferReply fetchSigned(Script script) throws IOException {
        try (var peer = ScriptedPeer.start(script);
                var exchange = Sample.at(NOW, peer.address())) {
            return exchange.transfer(Transfer.of(ZONE), KEY);
        }
    }

    private static Script sending(List<List<MessageRecord>> messages) {
        return sending(messages, Integer.MAX_VALUE);
    }

    private static Script sending(List<List<MessageRecord>> messages, int withQuestion) {
        return line -> {
            var request = Script.message(line.receive());
            int number = 0;
            for (var records : messages) {
                var message = Sample.answered(request, records.toArray(MessageRecord[]::new));
                line.send(
                        MessageCodec.encode(
                                number < withQuestion
                                        ? message
                                        : message.withQuestions(List.of())));
                number++;
            }
            line.receive();
        };
    }

    private static Script sendingSigned(
            List<List<MessageRecord>> messages, TsigKey key, int unsigned) {
        return line -> {
            byte[] wire = line.receive();
            var good = (Verified.Good) Verifier.request(wire, _ -> Optional.of(KEY), NOW);
            var signer = new TransferSigner(key, good.mac());
            int number = 0;
            for (var records : messages) {
                byte[] message =
                        MessageCodec.encode(
                                Sample.answered(
                                        Script.message(wire),
                                        records.toArray(MessageRecord[]::new)));
                line.send(number == unsigned ? message : signer.sign(message, NOW));
                number++;
            }
            line.receive();
        };
    }

    private static Reply.Failed failure(TransferReply reply) {
        return ((TransferReply.Failed) reply).reply();
    }

    @Test
    void takesAZoneInOneMessage() throws IOException {
        assertThat(fetch(Transfer.of(ZONE), sending(List.of(List.of(soa(1), NS, ADDRESS, soa(1))))))
                .isInstanceOfSatisfying(
                        TransferReply.Complete.class,
                        zone ->
                                assertThat(zone.records())
                                        .extracting(MessageRecord::of)
                                        .containsExactlyInAnyOrder(soa(1), NS, ADDRESS));
    }

    @Test
    void takesAZoneInManyMessages() throws IOException {
        var messages = List.of(List.of(soa(1)), List.of(NS), List.of(ADDRESS), List.of(soa(1)));

        assertThat(fetch(Transfer.of(ZONE), sending(messages)))
                .isInstanceOfSatisfying(
                        TransferReply.Complete.class,
                        zone -> assertThat(zone.records()).hasSize(3));
        assertThat(fetchSigned(sendingSigned(messages, KEY, -1)))
                .isInstanceOf(TransferReply.Complete.class);
        assertThat(fetchSigned(sendingSigned(messages, KEY, 99)))
                .isInstanceOf(TransferReply.Complete.class);
    }

    @Test
    void wantsTheQuestionInTheFirstMessageOnly() throws IOException {
        var later = sending(List.of(List.of(soa(1)), List.of(soa(1))), 1);
        var never = sending(List.of(List.of(soa(1)), List.of(soa(1))), 0);

        assertThat(fetch(Transfer.of(ZONE), later)).isInstanceOf(TransferReply.Complete.class);
        assertThat(failure(fetch(Transfer.of(ZONE), never))).isInstanceOf(Reply.Unrelated.class);
    }

    @Test
    void wantsTheFirstAndLastMessageSigned() throws IOException {
        var messages = List.of(List.of(soa(1)), List.of(NS), List.of(soa(1)));

        for (int unsigned : new int[] {0, 2}) {
            assertThat(failure(fetchSigned(sendingSigned(messages, KEY, unsigned))))
                    .isInstanceOfSatisfying(
                            Reply.Unverified.class,
                            reply ->
                                    assertThat(reply.fault())
                                            .isInstanceOf(TsigFault.Missing.class));
        }
    }

    @Test
    void doesNotBelieveAnotherSecret() throws IOException {
        var other = Sample.key(KEY.name().display(), KEY.algorithm(), 9);

        assertThat(failure(fetchSigned(sendingSigned(List.of(List.of(soa(1), soa(1))), other, -1))))
                .isInstanceOf(Reply.Unverified.class);
    }

    @Test
    void passesARefusalOn() throws IOException {
        assertThat(
                        failure(
                                fetch(
                                        Transfer.of(ZONE),
                                        Script.replying(message -> message.reply(Rcode.REFUSED)))))
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void refusesWhatIsNoZone() throws IOException {
        var otherClass =
                new MessageRecord(ZONE, RecordType.A, new RecordClass(3), 0, ADDRESS.data());
        var otherSoa =
                new MessageRecord(
                        DomainName.of("example.org"),
                        RecordType.SOA,
                        RecordClass.IN,
                        0,
                        soa(1).data());

        assertThat(problem(List.of(List.of(NS, soa(1))))).contains("does not begin");
        assertThat(problem(List.of(List.of(soa(1), otherClass, soa(1))))).contains("'example.com'");
        assertThat(problem(List.of(List.of(soa(1), otherSoa, soa(1))))).contains("'example.org'");
        assertThat(problem(List.of(List.of(soa(1), NS), List.of(soa(2))))).contains("another SOA");
        assertThat(problem(List.of(List.of(soa(1), soa(1), NS)))).contains("follow the end");
        assertThat(problem(List.of(List.of(soa(1)), List.of()))).contains("no records");
    }

    @Test
    void leavesOutWhatIsOutsideTheZone() throws IOException {
        var foreign = record("example.org", RecordType.A, "192.0.2.1");

        assertThat(fetch(Transfer.of(ZONE), sending(List.of(List.of(soa(1), foreign, NS, soa(1))))))
                .isInstanceOfSatisfying(
                        TransferReply.Complete.class,
                        complete -> {
                            assertThat(complete.records())
                                    .extracting(MessageRecord::of)
                                    .containsExactlyInAnyOrder(soa(1), NS);
                            assertThat(complete.foreign()).isEqualTo(1);
                        });
    }

    private static String problem(List<List<MessageRecord>> messages) throws IOException {
        return failure(fetch(Transfer.of(ZONE), sending(messages))).problem();
    }

    @Test
    void takesNoMoreThanItsLimits() throws IOException {
        var endless = sending(List.of(List.of(soa(1), NS, ADDRESS), List.of(ADDRESS)));
        var day = Duration.ofDays(1);

        assertThat(
                        failure(
                                        fetch(
                                                Transfer.of(ZONE)
                                                        .within(
                                                                new Transfer.Limit(
                                                                        2, 1 << 20, day)),
                                                endless))
                                .problem())
                .contains("more than 2 records");
        assertThat(
                        failure(
                                        fetch(
                                                Transfer.of(ZONE)
                                                        .within(new Transfer.Limit(100, 50, day)),
                                                endless))
                                .problem())
                .contains("more than 50 octets");
    }
}
