package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.Settings;
import io.github.dnscli.server.turn.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferOutTest {

    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            Ask.zone(
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
        var packet = Ask.sign(Ask.query("example.com", type), Ask.key("k._transfer.example.com"));
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
    void answersARequestForDifferencesWithTheWholeZone() {
        assertThat(transfer(RecordType.IXFR)).hasSameSizeAs(transfer(RecordType.AXFR));
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
                .isEqualTo(Rcode.REFUSED);
        assertThat(Ask.answer(open, Ask.query("example.com", RecordType.IXFR), Ask.UDP).answers())
                .hasSize(1);
    }
}
