package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.Settings;
import io.github.dnscli.server.turn.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferOutTest {

    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    """
                                    $TTL 3600
                                    @      SOA ns1 admin 1 7200 900 1209600 300
                                    @      NS  ns1
                                    ns1    A   192.0.2.1
                                    sub    NS  ns.sub
                                    ns.sub A   192.0.2.2
                                    """
                                            + "t%d TXT \"".formatted(0)
                                            + "x".repeat(200)
                                            + "\"\n"
                                            + large()))
                    .withKeys(
                            List.of(
                                    Ask.key("k._transfer.example.com"),
                                    Ask.key("k._notify.example.com")));

    private static String large() {
        var text = new StringBuilder();
        for (int i = 1; i <= 500; i++) {
            text.append("t").append(i).append(" TXT \"").append("y".repeat(200)).append("\"\n");
        }
        text.append("huge TYPE65400 \\# 60000 ").append("AB".repeat(60_000)).append('\n');
        return text.toString();
    }

    private static List<Message> transfer(RecordType type) {
        return messages(
                Ask.sign(Ask.query("example.com", type), Ask.key("k._transfer.example.com")));
    }

    private static List<Message> messages(byte[] packet) {
        var messages = new ArrayList<Message>();
        if (Ask.effect(STATE, packet, Ask.TCP) instanceof Effect.Stream(var stream)) {
            stream.forEachRemaining(wire -> messages.add(Ask.decode(wire)));
        }
        return messages;
    }

    @Test
    void sendsTheWholeZoneGlueIncludedBetweenItsStarts() {
        var messages = transfer(RecordType.AXFR);
        var records = messages.stream().flatMap(m -> m.answers().stream()).toList();
        var zone = STATE.zones().values().iterator().next();
        assertThat(messages.size()).isGreaterThan(5);
        assertThat(records).hasSize((int) zone.records().count() + 1);
        assertThat(records.getFirst()).isEqualTo(records.getLast());
        assertThat(records)
                .extracting(MessageRecord::owner)
                .asString()
                .contains("ns.sub.example.com.");
    }

    @Test
    void repeatsTheQuestionAndGivesTheOptRecordOnce() {
        var query = Ask.query("example.com", RecordType.AXFR).withEdns(Optional.of(Edns.DEFAULT));
        var messages = messages(Ask.sign(query, Ask.key("k._transfer.example.com")));
        assertThat(messages).allMatch(m -> m.questions().equals(query.questions()));
        assertThat(messages)
                .filteredOn(m -> m.edns().isPresent())
                .containsExactly(messages.getFirst());
    }

    @Test
    void goesOnWithTheVersionItBeganWith() {
        var packet =
                Ask.sign(
                        Ask.query("example.com", RecordType.AXFR),
                        Ask.key("k._transfer.example.com"));
        var stream = ((Effect.Stream) Ask.effect(STATE, packet, Ask.TCP)).messages();
        stream.next();
        var zone = STATE.zones().values().iterator().next();
        assertThat(STATE.with(zone.withSerial(new Serial(2)))).isNotEqualTo(STATE);
        Message last = Ask.decode(stream.next());
        while (stream.hasNext()) {
            last = Ask.decode(stream.next());
        }
        assertThat(last.answers().getLast().data().orElseThrow().text()).contains(" 1 7200 ");
    }

    @Test
    void breaksOffAtARecordThatFitsIntoNoMessage() {
        var type = RecordType.parse("TYPE65400").orElseThrow();
        var records =
                new ArrayList<>(
                        ZoneText.zone("example.org", "@ 60 SOA ns admin 1 2 3 4 5\n")
                                .records()
                                .toList());
        records.add(
                new ResourceRecord(
                        DomainName.of("x.example.org"),
                        new Ttl(60),
                        RecordData.ofWire(type, new byte[65535])));
        var state =
                ServerState.EMPTY
                        .with(Zone.of(DomainName.of("example.org"), records))
                        .withSettings(Settings.DEFAULT.withOpenTransfers(true));
        var query = MessageCodec.encode(Ask.query("example.org", RecordType.AXFR));
        var messages = new ArrayList<Message>();
        ((Effect.Stream) Ask.effect(state, query, Ask.TCP))
                .messages()
                .forEachRemaining(wire -> messages.add(Ask.decode(wire)));
        assertThat(messages)
                .extracting(message -> message.rcode().toString())
                .containsExactly("NOERROR", "SERVFAIL");
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, AXFR, k._notify.example.com, REFUSED",
        "example.org, AXFR, k._transfer.example.com, NOTAUTH",
    })
    void refusesWhoMayNot(String zone, String type, String key, String rcode) {
        var query = Ask.query(zone, RecordType.parse(type).orElseThrow());
        assertThat(Ask.reply(Ask.effect(STATE, Ask.sign(query, Ask.key(key)), Ask.TCP)).rcode())
                .hasToString(rcode);
    }

    @Test
    void refusesStrangersUnlessTransfersAreOpen() {
        var query = Ask.query("example.com", RecordType.AXFR);
        assertThat(Ask.answer(STATE, query, Ask.TCP).rcode()).isEqualTo(Rcode.REFUSED);
        assertThat(
                        Ask.answer(
                                        STATE.withSettings(
                                                Settings.DEFAULT.withOpenTransfers(true)),
                                        query,
                                        Ask.TCP)
                                .rcode())
                .isEqualTo(Rcode.NOERROR);
    }

    @Test
    void sendsClientsOnDatagramsToTcp() {
        var open = STATE.withSettings(Settings.DEFAULT.withOpenTransfers(true));
        assertThat(Ask.answer(open, Ask.query("example.com", RecordType.AXFR), Ask.UDP).rcode())
                .isEqualTo(Rcode.FORMERR);
    }

    @Test
    void hasNoZonesOfAnotherClass() {
        var open = STATE.withSettings(Settings.DEFAULT.withOpenTransfers(true));
        var question =
                new Question(DomainName.of("example.com"), RecordType.AXFR, new RecordClass(3));
        var query = Message.request(7, Opcode.QUERY, question);
        assertThat(Ask.answer(open, query, Ask.TCP).rcode()).isEqualTo(Rcode.NOTAUTH);
    }
}
