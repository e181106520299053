package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import io.github.dnscli.server.update.AnsweredUpdates;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweredUpdatesTest {

    private final AnsweredUpdates updates = new AnsweredUpdates(2);

    private static Turn turn(int number) {
        var update = Ask.update("example.com", List.of(), List.of()).withId(number);
        return turn(update, Ask.sign(update, Ask.key("k._update")));
    }

    private static Turn turn(Message update, byte[] packet) {
        var good = Verifier.request(packet, _ -> Optional.of(Ask.key("k._update")), Ask.NOW);
        return new Turn(
                ServerState.EMPTY, update, Optional.of((Verified.Good) good), Ask.UDP, Ask.NOW);
    }

    private void answer(Turn turn, Rcode rcode) {
        updates.remembered(turn, turn.answer(turn.request().reply(rcode)));
    }

    private Optional<Rcode> repetition(Turn turn) {
        return updates.repetition(turn).map(effect -> Ask.reply(effect).rcode());
    }

    @Test
    void whatComesAgainIsAnsweredAsBefore() {
        assertThat(repetition(turn(1))).isEmpty();
        answer(turn(1), Rcode.NOERROR);
        updates.remembered(turn(2), turn(2).refuse(Rcode.REFUSED, "no"));

        assertThat(repetition(turn(1))).contains(Rcode.NOERROR);
        assertThat(repetition(turn(2))).contains(Rcode.REFUSED);
        assertThat(repetition(turn(3))).isEmpty();
    }

    @Test
    void whatTheServerFailedAtMayBeTriedAgain() {
        answer(turn(1), Rcode.SERVFAIL);

        assertThat(repetition(turn(1))).isEmpty();
    }

    @Test
    void anotherIdMakesNoOtherUpdate() {
        answer(turn(1), Rcode.NOERROR);
        var update = Ask.update("example.com", List.of(), List.of()).withId(1);
        byte[] packet = Ask.sign(update, Ask.key("k._update"));
        packet[0] ^= 1;
        var again = turn(((Decoded.Valid) MessageCodec.decode(packet)).message(), packet);

        assertThat(repetition(again)).contains(Rcode.NOERROR);
    }

    @Test
    void theAnswerIsSigned() {
        answer(turn(1), Rcode.NOERROR);
        var update = turn(1).request();
        var sent = Signer.sign(MessageCodec.encode(update), Ask.key("k._update"), Ask.NOW);
        var effect = updates.repetition(turn(1)).orElseThrow();

        assertThat(
                        Verifier.reply(
                                ((Effect.Answer) effect).wire().octets(),
                                Ask.key("k._update"),
                                sent.mac(),
                                Ask.NOW))
                .isInstanceOf(Verified.Good.class);
    }

    @Test
    void theOldestAreForgottenFirst() {
        for (int i = 1; i <= 3; i++) {
            answer(turn(i), Rcode.NOERROR);
        }

        assertThat(repetition(turn(1))).isEmpty();
        assertThat(repetition(turn(3))).isPresent();
    }
}
