import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.QueryEvent;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.secondary.SecondaryZone;
import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.server.state.ZoneChange;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the guide to embedding shows, and that it does what the guide says.
class EmbeddingGuideTest {

    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("secondary._transfer.example.com"),
                    TsigAlgorithm.SHA256,
                    "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    private final BlockingQueue<String> log = new ArrayBlockingQueue<>(100);

    private static Zone zone(int serial) {
        return ZoneText.zone(
                "example.com",
                """
                @    SOA  ns hostmaster %d 3600 600 86400 300
                @    NS   ns
                ns   A    127.0.0.1
                """
                        .formatted(serial));
    }

    private void log(Object line) {
        log.add(line.toString());
    }

    private NameServer secondary(ServerAddress primary, TsigKey key, int port) throws Exception {
        return NameServer.builder()
                .secondary(SecondaryZone.of(DomainName.of("example.com"), primary).signedWith(key))
                .listener(
                        new ServerListener() {
                            @Override
                            public void secondary(SecondaryEvent event) {
                                log(event);
                            }
                        })
                .listen("127.0.0.1", port)
                .start();
    }

    private NameServer primary(Zone zone, TsigKey key, ServerAddress secondary) throws Exception {
        var listener =
                new ServerListener() {
                    @Override
                    public void updated(ZoneChange change) {
                        log(change.key() + " changed " + change.after());
                    }
                };
        return NameServer.builder()
                .zone(zone)
                .key(key)
                .notify(new NotifyTarget(secondary, Optional.of(key)))
                .listener(listener)
                .queryListener((QueryEvent query) -> log(query.question() + " " + query.rcode()))
                .limits(Limits.DEFAULT.withClosing(Duration.ofSeconds(1)))
                .listen("127.0.0.1", 0)
                .start();
    }

    @Test
    @Timeout(60)
    void aSecondaryFollowsItsPrimary() throws Exception {
        int port = freePort();
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        try (var primary = primary(zone(1), KEY, new ServerAddress(loopback, port));
                var secondary = secondary(new ServerAddress(loopback, primary.port()), KEY, port)) {
            awaitSerial(secondary, 1);
            primary.change(state -> state.with(zone(2)));
            awaitSerial(secondary, 2);
            assertThat(log.poll(20, TimeUnit.SECONDS)).contains("example.com");
            assertThat(primary.metrics().transfers()).isPositive();
        }
    }

    private static int freePort() throws Exception {
        try (var server = NameServer.builder().start()) {
            return server.port();
        }
    }

    private static void awaitSerial(NameServer server, int serial) throws InterruptedException {
        var wanted = Optional.of(new Serial(serial));
        while (!server.state().zones().values().stream()
                .anyMatch(zone -> zone.serial().equals(wanted))) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }
}
