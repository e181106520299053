package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondaryZoneTest {

    private static final ServerAddress PRIMARY =
            new ServerAddress(InetAddress.ofLiteral("192.0.2.1"), 5353);

    private static TsigKey key(String name) {
        return new TsigKey(DomainName.of(name), TsigAlgorithm.SHA256, new byte[32]);
    }

    @Test
    void followsFromTheNameOfATransferKey() {
        assertThat(SecondaryZone.of(key("192.0.2.1.198.51.100.2._transfer.example.com"), 5353))
                .hasValueSatisfying(
                        zone -> {
                            assertThat(zone.origin()).isEqualTo(Story.ORIGIN);
                            assertThat(zone.primaries()).containsExactly(PRIMARY);
                            assertThat(zone.hidden()).isFalse();
                        });
        assertThat(SecondaryZone.of(key("nat.192.0.2.1._transfer.example.com"), 5353))
                .hasValueSatisfying(zone -> assertThat(zone.hidden()).isTrue());
        assertThat(SecondaryZone.of(key("nat.192.0.2.1._transfer"), 53)).isEmpty();
        assertThat(SecondaryZone.of(key("nat._transfer.example.com"), 53)).isEmpty();
        assertThat(SecondaryZone.of(key("192.0.2.1._update.example.com"), 53)).isEmpty();
    }

    @Test
    void isOneOfManyWhereTheKeyIsForAllZones() {
        assertThat(Discovery.of(key("nat.192.0.2.1._transfer"), 5353))
                .hasValueSatisfying(
                        discovery -> {
                            assertThat(discovery.primary()).isEqualTo(PRIMARY);
                            assertThat(discovery.top()).isEqualTo(DomainName.ROOT);
                        });
        assertThat(Discovery.of(key("nat.192.0.2.1._transfer.example.com"), 53)).isEmpty();
    }

    @Test
    void wantsAPrimaryAndBehindNatAKey() {
        assertThatThrownBy(() -> SecondaryZone.of(Story.ORIGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no primary");
        assertThatThrownBy(() -> SecondaryZone.of(Story.ORIGIN, PRIMARY).fromBehindNat())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wants a key");
    }

    @Test
    void isAskedForWithPausesOnly() {
        assertThatThrownBy(() -> SecondarySettings.DEFAULT.withFirstRetry(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SecondarySettings.DEFAULT.withMostDiscovered(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimerRange(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimerRange(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotServedByAServerWhoseStoreCannotBeRead() {
        var broken =
                new SecondaryStore() {
                    @Override
                    public List<KeptZone> load() throws IOException {
                        throw new IOException("no such folder");
                    }

                    @Override
                    public void save(KeptZone zone) {}

                    @Override
                    public void touch(
                            DomainName zone, Instant lastSuccess, ServerAddress primary) {}

                    @Override
                    public void remove(DomainName zone) {}
                };
        assertThatThrownBy(() -> NameServer.builder().secondaryStore(broken).start())
                .isInstanceOf(IOException.class)
                .hasMessage("no such folder");
    }

    @Test
    void isServedEvenWhenTheStoreIsFull() throws IOException {
        var events = new EventLog();
        var full =
                new SecondaryStore() {
                    @Override
                    public List<KeptZone> load() {
                        return List.of();
                    }

                    @Override
                    public void save(KeptZone zone) throws IOException {
                        throw new IOException("no space left");
                    }

                    @Override
                    public void touch(
                            DomainName zone, Instant lastSuccess, ServerAddress primary) {}

                    @Override
                    public void remove(DomainName zone) {}
                };
        try (var primary = NameServer.builder().zone(Story.zone(1)).openTransfers().start();
                var secondary =
                        NameServer.builder()
                                .secondary(
                                        SecondaryZone.of(
                                                Story.ORIGIN,
                                                new ServerAddress(
                                                        InetAddress.ofLiteral("127.0.0.1"),
                                                        primary.port())))
                                .secondaryStore(full)
                                .listener(events)
                                .start()) {
            events.until(
                    () -> secondary.state().zone(Story.ORIGIN).flatMap(Zone::serial).isPresent());
        }
    }
}
