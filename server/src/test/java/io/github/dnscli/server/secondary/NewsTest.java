package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.testkit.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// News of a change on their way from a primary to its secondary.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class NewsTest {

    private static final DomainName ORIGIN = Story.ORIGIN;
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("k._transfer.example.com"), TsigAlgorithm.SHA256, new byte[32]);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final EventLog events = new EventLog();

    private NameServer secondaryOf(NameServer primary) throws IOException {
        return NameServer.builder()
                .secondary(SecondaryZone.of(ORIGIN, address(primary)))
                .listener(events)
                .start();
    }

    private static ServerAddress address(NameServer server) {
        return new ServerAddress(LOOPBACK, server.port());
    }

    private static void change(NameServer primary, Zone zone) {
        primary.change(state -> state.with(zone));
    }

    @Test
    void bringTheNewVersionLongBeforeItsRefresh() throws IOException {
        try (var first = NameServer.builder().zone(Story.zone(1)).openTransfers().start();
                var secondary = secondaryOf(first)) {
            events.await(SecondaryEvent.Transferred.class);
            change(first, Story.zone(2));
            try (var exchange = open(secondary)) {
                assertThat(exchange.ask(Notify.of(ORIGIN, new Serial(2))))
                        .isInstanceOf(Reply.Accepted.class);
            }
            events.await(SecondaryEvent.Transferred.class, e -> e.serial().equals(new Serial(2)));
        }
    }

    @Test
    void goFromOneServerOfOursToAnother() throws IOException {
        // The secondary's port must be known before the primary's is.
        int port = FreePort.any();
        try (var primary =
                        NameServer.builder()
                                .zone(Story.zone(1))
                                .openTransfers()
                                .notify(
                                        new NotifyTarget(
                                                new ServerAddress(LOOPBACK, port),
                                                Optional.empty()))
                                .start();
                var secondary =
                        NameServer.builder()
                                .listen("127.0.0.1", port)
                                .secondary(SecondaryZone.of(ORIGIN, address(primary)))
                                .listener(events)
                                .start()) {
            events.await(SecondaryEvent.Transferred.class);
            change(primary, Story.zone(2));
            events.until(
                    () ->
                            secondary
                                    .state()
                                    .zone(ORIGIN)
                                    .flatMap(Zone::serial)
                                    .equals(Optional.of(new Serial(2))));
        }
    }

    @Test
    void leadToFewRequestsHoweverManyTheyAre() throws IOException {
        var clock = new SteppedClock();
        try (var primary = new ScriptedPrimary(KEY, clock, Story.zone(1));
                var secondary =
                        NameServer.builder()
                                .secondary(
                                        SecondaryZone.of(ORIGIN, primary.address()).signedWith(KEY))
                                .listener(events)
                                .clock(clock)
                                .start()) {
            events.await(SecondaryEvent.Transferred.class);
            clock.step(Duration.ofMinutes(1));
            primary.behave(primary.serving(Story.zone(3)));
            int before = primary.requests();
            try (var exchange = open(secondary)) {
                for (int i = 0; i < 1000; i++) {
                    assertThat(exchange.ask(Notify.of(ORIGIN, new Serial(100 + i))))
                            .isInstanceOf(Reply.Accepted.class);
                }
            }
            events.await(SecondaryEvent.Transferred.class, e -> e.serial().equals(new Serial(3)));
            EventLog.pause(Duration.ofMillis(700));
            assertThat(primary.requests() - before).isBetween(2, 5);
        }
    }

    private static Exchange open(NameServer server) throws IOException {
        return Exchange.open(
                Transport.udpThenTcp(),
                address(server),
                Duration.ofSeconds(20),
                InstantSource.system(),
                new Random());
    }
}
