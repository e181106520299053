package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.Settings;
import io.github.dnscli.server.turn.Effect;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    "@ 60 SOA ns1 admin 1 2 3 4 5\n@ 60 NS ns.example.net.\n"))
                    .withKeys(
                            List.of(
                                    Ask.key("k._notify.example.com"),
                                    Ask.key("k._notify.example.org")));

    private static Message notify(String zone) {
        return Message.request(3, Opcode.NOTIFY, Question.of(DomainName.of(zone), RecordType.SOA));
    }

    private static Effect signed(String zone, String key) {
        return Ask.effect(STATE, Ask.sign(notify(zone), Ask.key(key)), Ask.UDP);
    }

    @Test
    void isNewsWhenSignedByAKeyWithTheRight() {
        var effect = signed("example.com", "k._notify.example.com");
        assertThat(effect)
                .isInstanceOfSatisfying(
                        Effect.News.class,
                        news -> assertThat(news.zone()).isEqualTo(DomainName.of("example.com")));
        assertThat(Ask.reply(effect).rcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void isRefusedUnsignedOrWithoutTheRight() {
        assertThat(Ask.answer(STATE, notify("example.com"), Ask.UDP).rcode())
                .isEqualTo(Rcode.REFUSED);
        assertThat(Ask.reply(signed("example.com", "k._notify.example.org")).rcode())
                .isEqualTo(Rcode.REFUSED);
    }

    @Test
    void isNewsWithoutAKeyFromThePrimaryOfAZone() {
        var state =
                STATE.withSecondary(DomainName.of("example.net"), Set.of(Ask.UDP.address()))
                        .withSecondary(
                                DomainName.of("example.com"),
                                Set.of(InetAddress.ofLiteral("192.0.2.98")));
        var effect =
                Ask.effect(
                        state,
                        MessageCodec.encode(
                                Notify.of(DomainName.of("example.net"), new Serial(9)).message(3)),
                        Ask.UDP);
        assertThat(effect)
                .isInstanceOfSatisfying(
                        Effect.News.class,
                        news -> {
                            assertThat(news.key()).isEmpty();
                            assertThat(news.serial()).contains(new Serial(9));
                        });
        assertThat(Ask.reply(effect).rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(Ask.answer(state, notify("example.com"), Ask.UDP).rcode())
                .isEqualTo(Rcode.REFUSED);
    }

    @Test
    void isTakenOfAnUnknownZoneFromAKeyThatDiscoversZones() {
        var key = DomainName.of("k._notify.example.org");
        var state = STATE.withSettings(Settings.DEFAULT.withDiscoveryKeys(Set.of(key)));
        var effect =
                Ask.effect(
                        state,
                        Ask.sign(notify("new.example.org"), Ask.key("k._notify.example.org")),
                        Ask.UDP);
        assertThat(effect).isInstanceOf(Effect.News.class);
        assertThat(Ask.reply(effect).rcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void isNewsOfAZoneNotServedYetToo() {
        var effect = signed("example.org", "k._notify.example.org");
        assertThat(effect).isInstanceOf(Effect.News.class);
        assertThat(Ask.reply(effect).rcode()).isEqualTo(Rcode.NOTAUTH);
    }
}
