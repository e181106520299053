package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationsTest {

    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    "@ 60 SOA ns admin 1 2 3 4 5\nwww 60 A 192.0.2.1\n"))
                    .withSecondary(
                            DomainName.of("example.net"),
                            Set.of(InetAddress.ofLiteral("192.0.2.1")))
                    .withKeys(
                            List.of(
                                    Ask.key("k._transfer"),
                                    Ask.key("k._update.example.com"),
                                    Ask.key("k._notify.example.com")));

    private static Effect ask(String name, RecordType type, String key) {
        return Ask.effect(STATE, Ask.sign(Ask.query(name, type), Ask.key(key)), Ask.TCP);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, k._transfer,           NOERROR",
        "example.com, k._update.example.com, NOERROR",
        "example.org, k._transfer,           NOTAUTH",
        "no.zone.org, k._transfer,           NOTAUTH",
        ".,           k._transfer,           NOTAUTH",
    })
    void whoMayFetchAZoneRegistersByAskingForItsStart(String zone, String key, String rcode) {
        var effect = ask(zone, RecordType.SOA, key);
        assertThat(effect)
                .isInstanceOfSatisfying(
                        Effect.Registration.class,
                        registration -> {
                            assertThat(registration.zone()).isEqualTo(DomainName.of(zone));
                            assertThat(registration.key()).isEqualTo(Ask.key(key));
                        });
        assertThat(Ask.reply(effect).rcode()).hasToString(rcode);
    }

    @Test
    void aZoneThatHasNotArrivedIsNotGone() {
        var effect = ask("example.net", RecordType.SOA, "k._transfer");
        assertThat(effect).isInstanceOf(Effect.Registration.class);
        assertThat(Ask.reply(effect).rcode()).doesNotHaveToString("NOTAUTH");
    }

    @Test
    void theAnswerIsThatToAnyQuery() {
        assertThat(Ask.reply(ask("example.com", RecordType.SOA, "k._transfer")).answers())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com,     SOA, k._notify.example.com",
        "example.com,     A,   k._transfer",
        "example.org,     SOA, k._update.example.com",
        "www.example.com, SOA, k._transfer",
    })
    void othersOnlyAsk(String name, String type, String key) {
        assertThat(ask(name, RecordType.parse(type).orElseThrow(), key))
                .isNotInstanceOf(Effect.Registration.class);
    }

    @Test
    void nobodyRegistersByDatagram() {
        var packet = Ask.sign(Ask.query("example.com", RecordType.SOA), Ask.key("k._transfer"));
        assertThat(Ask.effect(STATE, packet, Ask.UDP)).isInstanceOf(Effect.Answer.class);
    }
}
