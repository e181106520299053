package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signed;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.Settings;
import io.github.dnscli.server.state.TransferSettings;
import io.github.dnscli.server.turn.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What secondaries written in OCaml take: a question in every message and a signature over that of the request, with all
/// variables; differences in one message. No such program can be installed, so one is played here as it is known to
/// behave: it looks at each message by itself.
class OcamlSecondaryTest {

    private static final TsigKey BY_NAME = Ask.key("192.0.2.1.192.0.2.2._transfer.example.com");
    private static final TsigKey BY_SETTING = Ask.key("cert._update");
    private static final TsigKey STANDARD = Ask.key("k._transfer.example.com");
    private static final ServerState EMPTY =
            ServerState.EMPTY
                    .withKeys(List.of(BY_NAME, BY_SETTING, STANDARD))
                    .withSettings(
                            Settings.DEFAULT.withTransfers(
                                    TransferSettings.DEFAULT.withOcamlKey(BY_SETTING.name())));

    /// @param hosts how many hosts of some 300 octets
    private static Zone zone(int serial, int hosts) {
        var text = new StringBuilder("@ 60 SOA ns admin " + serial + " 2 3 4 5\n@ 60 NS ns\n");
        for (int i = 0; i < hosts; i++) {
            text.append("h").append(i).append(" 60 TXT \"").append("x".repeat(250)).append("\"\n");
        }
        return ZoneText.zone("example.com", text.toString());
    }

    private static Message axfr() {
        return Ask.query("example.com", RecordType.AXFR);
    }

    private static Message ixfr(int serial) {
        var held =
                ResourceRecord.of("example.com", 0, RecordType.SOA, ". . " + serial + " 0 0 0 0");
        return Ask.query("example.com", RecordType.IXFR)
                .withSections(List.of(), List.of(MessageRecord.of(held)), List.of());
    }

    private static List<byte[]> ask(ServerState state, Signed request) {
        var messages = new ArrayList<byte[]>();
        switch (Ask.effect(state, request.wire(), Ask.TCP)) {
            case Effect.Answer(var wire) -> messages.add(wire.octets());
            case Effect.Refusal(_, var wire) -> messages.add(wire.octets());
            case Effect.Stream(var stream) ->
                    stream.forEachRemaining(wire -> messages.add(wire.octets()));
            case Effect other -> throw new AssertionError(other);
        }
        return messages;
    }

    private static Signed sign(Message request, TsigKey key) {
        return Signer.sign(MessageCodec.encode(request), key, Ask.NOW);
    }

    /// {@return the records of messages, each of which stands by itself}
    private static List<MessageRecord> believed(ServerState state, Message request, TsigKey key) {
        var signed = sign(request, key);
        var records = new ArrayList<MessageRecord>();
        for (byte[] wire : ask(state, signed)) {
            assertThat(Verifier.reply(wire, key, signed.mac(), Ask.NOW))
                    .isInstanceOf(Verified.Good.class);
            var message = Ask.decode(new Effect.Wire(wire));
            assertThat(message.questions()).isEqualTo(request.questions());
            records.addAll(message.answers());
        }
        return records;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 1000})
    void believesTheWholeZone(int hosts) {
        var state = EMPTY.with(zone(1, hosts));
        for (var key : List.of(BY_NAME, BY_SETTING)) {
            assertThat(believed(state, axfr(), key)).hasSize(hosts + 3);
        }
    }

    @Test
    void getsAsFewMessagesAsCanBe() {
        assertThat(ask(EMPTY.with(zone(1, 220)), sign(axfr(), BY_NAME))).hasSize(1);
        assertThat(ask(EMPTY.with(zone(1, 1000)), sign(axfr(), BY_NAME)))
                .hasSizeBetween(2, 5)
                .allMatch(message -> message.length <= MessageCodec.MAX_LENGTH);
        assertThat(ask(EMPTY.with(zone(1, 220)), sign(axfr(), STANDARD))).hasSizeGreaterThan(3);
    }

    @Test
    void othersGetAChain() {
        var request = sign(axfr(), STANDARD);
        var second = ask(EMPTY.with(zone(1, 220)), request).get(1);

        assertThat(Verifier.reply(second, STANDARD, request.mac(), Ask.NOW))
                .isInstanceOf(Verified.Bad.class);
    }

    @Test
    void getsDifferencesInOneMessage() {
        var state = EMPTY.with(zone(1, 500)).with(zone(2, 510));

        assertThat(ask(state, sign(ixfr(1), BY_NAME))).hasSize(1);
        assertThat(believed(state, ixfr(1), BY_NAME)).hasSize(10 + 4);
        assertThat(believed(state, ixfr(2), BY_NAME)).hasSize(1);
    }

    @Test
    void getsTheWholeZoneInOneMessageInsteadOfDifferencesIfItFits() {
        var state = EMPTY.with(zone(2, 100));

        assertThat(ask(state, sign(ixfr(1), BY_NAME))).hasSize(1);
        assertThat(believed(state, ixfr(1), BY_NAME)).hasSize(103);
    }

    @Test
    void isSentToAxfrForWhatFitsIntoNoMessage() {
        var unknown = EMPTY.with(zone(2, 500));
        var tooLong = EMPTY.with(zone(1, 400)).with(zone(2, 700));

        for (var state : List.of(unknown, tooLong)) {
            var reply = ask(state, sign(ixfr(1), BY_NAME)).getFirst();
            assertThat(Ask.decode(new Effect.Wire(reply)).rcode()).isEqualTo(Rcode.NOTIMP);
        }
    }
}
