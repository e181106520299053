package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.Settings;
import io.github.dnscli.server.state.TransferSettings;
import io.github.dnscli.server.turn.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferencesOutTest {

    private static final ServerState OPEN =
            ServerState.EMPTY.withSettings(Settings.DEFAULT.withOpenTransfers(true));

    /// Serials 10, 20 and 30; a host goes, one comes, the address of one changes, and the TTL of one.
    private static final ServerState STATE =
            OPEN.with(zone(10, "a 60 A 192.0.2.1", "gone 60 A 192.0.2.9", "ttl 60 A 192.0.2.7"))
                    .with(zone(20, "a 60 A 192.0.2.2", "new 60 A 192.0.2.3", "ttl 60 A 192.0.2.7"))
                    .with(zone(30, "a 60 A 192.0.2.2", "new 60 A 192.0.2.3", "ttl 90 A 192.0.2.7"));

    private static Zone zone(long serial, String... lines) {
        var text =
                new StringBuilder("@ 60 SOA ns admin %d 2 3 4 5\n@ 60 NS ns\n".formatted(serial));
        for (int i = 0; i < 20; i++) {
            text.append("host").append(i).append(" 60 A 192.0.2.99\n");
        }
        return ZoneText.zone("example.com", text + String.join("\n", lines) + "\n");
    }

    private static Message query(long serial) {
        var soa = ResourceRecord.of("example.com", 0, RecordType.SOA, ". . " + serial + " 0 0 0 0");
        return Ask.query("example.com", RecordType.IXFR)
                .withSections(List.of(), List.of(MessageRecord.of(soa)), List.of());
    }

    private static List<Message> ask(ServerState state, Message query, Peer peer) {
        var effect = Ask.effect(state, MessageCodec.encode(query), peer);
        if (!(effect instanceof Effect.Stream(var stream))) {
            return List.of(Ask.reply(effect));
        }
        var messages = new ArrayList<Message>();
        stream.forEachRemaining(wire -> messages.add(Ask.decode(wire)));
        return messages;
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> message.answers().stream())
                .map(DifferencesOutTest::word)
                .toList();
    }

    private static String word(MessageRecord record) {
        String data = record.data().orElseThrow().text();
        return record.type().equals(RecordType.SOA)
                ? "SOA " + data.split(" ")[2]
                : record.owner().firstLabel() + " " + record.ttl() + " " + data;
    }

    @Test
    void sendsTheDifferencesBetweenTwoSerials() {
        assertThat(words(ask(STATE, query(20), Ask.TCP)))
                .containsExactly(
                        "SOA 30",
                        "SOA 20",
                        "ttl 60 192.0.2.7",
                        "SOA 30",
                        "ttl 90 192.0.2.7",
                        "SOA 30");
    }

    @Test
    void condensesSeveralDifferencesIntoOne() {
        var words = words(ask(STATE, query(10), Ask.TCP));
        assertThat(words).startsWith("SOA 30", "SOA 10").endsWith("SOA 30");
        int middle = words.subList(2, words.size()).indexOf("SOA 30") + 2;
        assertThat(words.subList(2, middle))
                .containsExactlyInAnyOrder(
                        "a 60 192.0.2.1", "gone 60 192.0.2.9", "ttl 60 192.0.2.7");
        assertThat(words.subList(middle + 1, words.size() - 1))
                .containsExactlyInAnyOrder(
                        "a 60 192.0.2.2", "new 60 192.0.2.3", "ttl 90 192.0.2.7");
    }

    @ParameterizedTest
    @CsvSource({"30, TCP", "31, TCP", "2147483000, TCP", "30, UDP", "31, UDP"})
    void tellsClientsThatAreUpToDateSo(long serial, String protocol) {
        var peer = protocol.equals("TCP") ? Ask.TCP : Ask.UDP;
        assertThat(words(ask(STATE, query(serial), peer))).containsExactly("SOA 30");
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 4_294_967_290L})
    void sendsTheWholeZoneToClientsOfUnknownVersions(long serial) {
        var words = words(ask(STATE, query(serial), Ask.TCP));
        assertThat(words).hasSize(26).startsWith("SOA 30").endsWith("SOA 30");
        assertThat(words.get(1)).doesNotStartWith("SOA");
    }

    @Test
    void sendsNoDifferencesThatAreLongerThanTheZone() {
        var shrunk =
                STATE.with(
                        ZoneText.zone("example.com", "@ 60 SOA ns admin 40 2 3 4 5\n@ 60 NS ns\n"));
        assertThat(words(ask(shrunk, query(30), Ask.TCP)))
                .containsExactly("SOA 40", "example 60 ns.example.com.", "SOA 40");
    }

    @Test
    void wantsToKnowWhatTheClientHas() {
        var messages = ask(STATE, Ask.query("example.com", RecordType.IXFR), Ask.TCP);
        assertThat(messages.getFirst().rcode()).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void sendsDifferencesInADatagramIfTheyFit() {
        assertThat(words(ask(STATE, query(20), Ask.UDP)))
                .isEqualTo(words(ask(STATE, query(20), Ask.TCP)));
        assertThat(words(ask(STATE, query(15), Ask.UDP))).containsExactly("SOA 30");
    }

    @ParameterizedTest
    @CsvSource({"20, true", "250, false"})
    void sendsClientsToTcpForWhatFitsIntoNoDatagram(int length, boolean fits) {
        var lines = new String[3];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "text" + i + " 60 TXT \"" + "x".repeat(length) + "\"";
        }
        var words = words(ask(STATE.with(zone(40, lines)), query(30), Ask.UDP));
        assertThat(words.size() > 1).isEqualTo(fits);
        assertThat(words).startsWith("SOA 40");
    }

    @Test
    void aDatagramMayBeAsLongAsTheClientSays() {
        String line = "text 60 TXT \"" + "x".repeat(200) + "\" \"" + "x".repeat(200) + "\"";
        var state = STATE.with(zone(40, line, "text2" + line.substring(4)));
        var query = query(30).withEdns(Optional.of(Edns.DEFAULT));
        assertThat(words(ask(state, query(30), Ask.UDP))).hasSize(1);
        assertThat(words(ask(state, query, Ask.UDP))).hasSizeGreaterThan(4);
    }

    @Test
    void forgetsThePastOfAZoneWhoseSerialDoesNotMoveForward() {
        assertThat(STATE.history(zone(1).origin()).size()).isPositive();
        assertThat(STATE.with(zone(30, "other 60 A 192.0.2.1")).histories()).isEmpty();
        assertThat(STATE.with(zone(29)).histories()).isEmpty();
        assertThat(STATE.without(zone(1).origin()).histories()).isEmpty();
    }

    @Test
    void remembersThePastOfAZoneThatIsReadAgainAsItWas() {
        var again = zone(30, "a 60 A 192.0.2.2", "new 60 A 192.0.2.3", "ttl 90 A 192.0.2.7");
        assertThat(STATE.with(again).histories()).isEqualTo(STATE.histories());
    }

    @Test
    void remembersNothingWhereThatIsNotWanted() {
        var none = Settings.DEFAULT.withTransfers(TransferSettings.DEFAULT.withHistory(0));
        var state =
                ServerState.EMPTY
                        .withSettings(none)
                        .with(zone(1))
                        .with(zone(2, "a 60 A 192.0.2.1"));
        assertThat(state.histories()).isEmpty();
    }
}
