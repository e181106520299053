package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.KEY;
import static io.github.dnscli.testkit.Sample.NOW;
import static io.github.dnscli.testkit.Sample.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Request;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Mac;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.TsigFault;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExchangeTest {

    private static final Query QUERY = Query.of(ZONE, RecordType.SOA);
    private static final Update UPDATE = Update.of(ZONE).deleteSet(ZONE, RecordType.A);

    private static Reply ask(Request request, Script script) throws IOException {
        try (var peer = ScriptedPeer.start(script);
                var exchange = Sample.at(NOW, peer.address())) {
            return exchange.ask(request);
        }
    }

    private static Reply askSigned(Request request, Script script) throws IOException {
        try (var peer = ScriptedPeer.start(script);
                var exchange = Sample.at(NOW, peer.address())) {
            return exchange.ask(request, KEY);
        }
    }

    private static Reply answer(Request request, UnaryOperator<Message> answer) throws IOException {
        return ask(request, Script.replying(answer));
    }

    private static Script signing(UnaryOperator<Message> answer, TsigKey key, Instant at) {
        return Script.answering(
                request -> {
                    byte[] reply = MessageCodec.encode(answer.apply(Script.message(request)));
                    return Signer.reply(reply, key, macOf(request), at).wire();
                });
    }

    private static Mac macOf(byte[] request) {
        return Verifier.request(request, _ -> Optional.of(KEY), NOW)
                        instanceof Verified.Good(_, var mac)
                ? mac
                : Mac.EMPTY;
    }

    /// A server that knows some keys and has a clock.
    private static Script server(Instant clock, TsigKey... keys) {
        return Script.answering(
                request -> {
                    var verified =
                            Verifier.request(
                                    request,
                                    name ->
                                            List.of(keys).stream()
                                                    .filter(key -> key.name().equals(name))
                                                    .findFirst(),
                                    clock);
                    var asked = Script.message(request);
                    byte[] reply = MessageCodec.encode(asked.reply(Rcode.NOTAUTH));
                    return switch (verified) {
                        case Verified.Bad bad -> Signer.refusal(reply, bad, clock);
                        case Verified.Good _, Verified.Unsigned _ -> reply;
                    };
                });
    }

    private static TsigFault fault(Reply reply) {
        return ((Reply.Unverified) reply).fault();
    }

    private static String problem(Reply reply) {
        return ((Reply.Failed) reply).problem();
    }

    @Test
    void anAnswerIsAccepted() throws IOException {
        var soa = Sample.soa(1);

        assertThat(answer(QUERY, message -> Sample.answered(message, soa)))
                .isInstanceOfSatisfying(
                        Reply.Accepted.class,
                        accepted -> assertThat(accepted.message().answers()).containsExactly(soa));
    }

    @Test
    void aMissingNameIsAnAnswerToAQueryAndARefusalOfAnUpdate() throws IOException {
        assertThat(answer(QUERY, message -> message.reply(Rcode.NXDOMAIN)))
                .isInstanceOf(Reply.Accepted.class);
        assertThat(answer(UPDATE, message -> message.reply(Rcode.NXDOMAIN)))
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aRefusalSaysWhatItMeans() throws IOException {
        var why = Edns.DEFAULT.with(new ExtendedError(ExtendedError.PROHIBITED, "not you"));

        assertThat(
                        problem(
                                answer(
                                        UPDATE,
                                        message ->
                                                message.reply(Rcode.NOTAUTH)
                                                        .withEdns(Optional.of(why)))))
                .isEqualTo(
                        "server answers NOTAUTH (the server is not authoritative for the zone, or the key has no right to do"
                                + " that; extended error 18 (prohibited): not you)");
    }

    @Test
    void anUpdateMayBeAnsweredWithoutItsQuestion() throws IOException {
        assertThat(
                        answer(
                                UPDATE,
                                message ->
                                        new Message(
                                                message.id(),
                                                Opcode.UPDATE,
                                                Set.of(Flag.QR),
                                                Rcode.NOERROR,
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                Optional.empty())))
                .isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void theQuestionIsComparedWithoutRegardToCase() throws IOException {
        assertThat(
                        answer(
                                QUERY,
                                message ->
                                        Message.request(
                                                        message.id(),
                                                        Opcode.QUERY,
                                                        Question.of(
                                                                DomainName.of("EXAMPLE.com"),
                                                                RecordType.SOA))
                                                .reply(Rcode.NOERROR)))
                .isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void anotherIdIsUnrelated() throws IOException {
        assertThat(
                        problem(
                                answer(
                                        QUERY,
                                        message ->
                                                Sample.accepted(message).withId(message.id() ^ 1))))
                .startsWith("reply has id ");
    }

    @Test
    void anotherQuestionIsUnrelated() throws IOException {
        var other = Question.of(ZONE, RecordType.A);

        assertThat(
                        problem(
                                answer(
                                        QUERY,
                                        message ->
                                                Message.request(message.id(), Opcode.QUERY, other)
                                                        .reply(Rcode.NOERROR))))
                .isEqualTo(
                        "reply is to the question 'example.com. IN A', the request was 'example.com. IN SOA'");
    }

    @Test
    void anotherOpcodeOrARequestIsUnrelated() throws IOException {
        assertThat(answer(QUERY, message -> UPDATE.message(message.id()).reply(Rcode.NOERROR)))
                .isInstanceOf(Reply.Unrelated.class);
        assertThat(answer(QUERY, message -> message)).isInstanceOf(Reply.Unrelated.class);
    }

    @Test
    void octetsThatAreNoMessageAreGarbled() throws IOException {
        assertThat(ask(QUERY, Script.answering(_ -> new byte[] {1, 2, 3})))
                .isInstanceOf(Reply.Garbled.class);
        assertThat(ask(QUERY, Script.answering(_ -> new byte[0])))
                .isInstanceOf(Reply.Garbled.class);
    }

    @Test
    void aReplyThatIsCutEvenOverTcpIsGarbled() throws IOException {
        assertThat(answer(QUERY, message -> Sample.accepted(message).withFlags(Set.of(Flag.TC))))
                .isInstanceOf(Reply.Garbled.class);
    }

    @Test
    void aSignedAnswerIsAccepted() throws IOException {
        assertThat(askSigned(UPDATE, signing(Sample::accepted, KEY, NOW)))
                .isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void anUnsignedAnswerToASignedRequestIsNotBelieved() throws IOException {
        var reply = askSigned(UPDATE, Script.replying(message -> message.reply(Rcode.REFUSED)));

        assertThat(fault(reply)).isEqualTo(new TsigFault.Missing(KEY.name()));
        assertThat(problem(reply)).contains("not signed", "REFUSED");
    }

    @Test
    void anAnswerSignedWithAnotherSecretIsNotBelieved() throws IOException {
        var other = Sample.key(KEY.name().display(), TsigAlgorithm.SHA256, 9);

        assertThat(fault(askSigned(UPDATE, signing(Sample::accepted, other, NOW))))
                .isInstanceOf(TsigFault.BadSignature.class);
    }

    @Test
    void anAnswerSignedWithAnotherKeyIsNotBelieved() throws IOException {
        var other = new TsigKey(DomainName.of("other"), TsigAlgorithm.SHA256, KEY.secret());
        var otherAlgorithm = new TsigKey(KEY.name(), TsigAlgorithm.SHA384, KEY.secret());

        assertThat(fault(askSigned(UPDATE, signing(Sample::accepted, other, NOW))))
                .isInstanceOf(TsigFault.BadKey.class);
        assertThat(fault(askSigned(UPDATE, signing(Sample::accepted, otherAlgorithm, NOW))))
                .isInstanceOf(TsigFault.BadKey.class);
    }

    @Test
    void anOldAnswerIsNotBelieved() throws IOException {
        assertThat(fault(askSigned(UPDATE, signing(Sample::accepted, KEY, NOW.minusSeconds(301)))))
                .isInstanceOf(TsigFault.BadTime.class);
    }

    @Test
    void saysThatTheServerDoesNotKnowTheKey() throws IOException {
        assertThat(problem(askSigned(UPDATE, server(NOW))))
                .contains(
                        "BADKEY", "'upd._update.example.com'", "'hmac-sha256'", "compare the name");
        assertThat(
                        problem(
                                askSigned(
                                        UPDATE,
                                        server(
                                                NOW,
                                                new TsigKey(
                                                        KEY.name(),
                                                        TsigAlgorithm.SHA1,
                                                        KEY.secret())))))
                .contains("BADKEY");
    }

    @Test
    void saysThatTheSecretIsWrong() throws IOException {
        var theirs = Sample.key(KEY.name().display(), TsigAlgorithm.SHA256, 9);

        assertThat(problem(askSigned(UPDATE, server(NOW, theirs))))
                .contains("BADSIG", "'upd._update.example.com'", "compare the secret");
    }

    @Test
    void saysWhatBothClocksSay() throws IOException {
        assertThat(problem(askSigned(UPDATE, server(NOW.plusSeconds(3600), KEY))))
                .contains(
                        "BADTIME", "2026-11-22T01:00:00Z", "2026-11-22T00:00:00Z", "3600 s apart");
    }

    @Test
    void aReplyToAnEarlierAttemptIsBelieved() throws IOException {
        var first =
                new Object() {
                    Mac mac = Mac.EMPTY;
                };
        Script late =
                line -> {
                    byte[] request = line.receive();
                    if (first.mac.length() == 0) {
                        first.mac = macOf(request);
                        return;
                    }
                    byte[] reply = MessageCodec.encode(Sample.accepted(Script.message(request)));
                    line.send(Signer.reply(reply, KEY, first.mac, NOW).wire());
                };
        // Each look at the clock is a second later, so that each attempt has another signature.
        var clock =
                new InstantSource() {
                    private Instant now = NOW;

                    @Override
                    public Instant instant() {
                        now = now.plusSeconds(1);
                        return now;
                    }
                };
        try (var peer = ScriptedPeer.start(Script.closing(), late);
                var exchange =
                        Exchange.open(
                                Transport.udpThenTcp(),
                                peer.address(),
                                Duration.ofSeconds(3),
                                clock,
                                new Random(1))) {
            assertThat(exchange.ask(UPDATE, KEY)).isInstanceOf(Reply.Accepted.class);
        }
    }

    @Test
    void aNotifyLooksLikeThatOfTheOriginal() {
        var message = Notify.of(ZONE, new Serial(7)).message(0x9db7);

        assertThat(MessageCodec.encode(message)).hasSize(0x41);
        assertThat(message.flags()).containsExactly(Flag.AA);
        assertThat(message.answers())
                .singleElement()
                .hasToString(
                        Sample.record(
                                        "example.com",
                                        RecordType.SOA,
                                        "example.com. example.com. 7 0 0 0 0")
                                .toString()
                                .replace("ttl=3600", "ttl=0"));
        assertThat(Notify.of(ZONE).message(1).answers()).isEmpty();
    }
}
