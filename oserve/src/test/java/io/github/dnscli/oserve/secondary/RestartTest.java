package io.github.dnscli.oserve.secondary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.secondary.SecondarySettings;
import io.github.dnscli.server.secondary.SecondaryZone;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RestartTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final Zone ZONE =
            Zone.of(
                    ORIGIN,
                    List.of(
                            ResourceRecord.of(
                                    "example.com",
                                    60,
                                    RecordType.SOA,
                                    "ns.example. admin.example. 7 3600 600 86400 60"),
                            ResourceRecord.of("example.com", 60, RecordType.NS, "ns.example.")));
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path folder;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-24T00:00:00Z"));

    private NameServer secondary(ServerAddress primary) throws IOException {
        return NameServer.builder()
                .secondary(SecondaryZone.of(ORIGIN, primary))
                .secondaryStore(StateFolder.open(folder, problem -> fail(problem)))
                .secondarySettings(SecondarySettings.DEFAULT.withTimeout(Duration.ofSeconds(2)))
                .clock(now::get)
                .start();
    }

    private void step(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("time waited in vain").isNegative();
            Thread.sleep(10);
        }
    }

    @Test
    void servesAtOnceWhatWasKeptUntilItExpiresCountedFromTheLastSuccess() throws Exception {
        ServerAddress primary;
        try (var server = NameServer.builder().zone(ZONE).openTransfers().start()) {
            primary = new ServerAddress(InetAddress.getLoopbackAddress(), server.port());
            try (var secondary = secondary(primary)) {
                until(() -> Files.exists(folder.resolve("example.com.state")));
                assertThat(secondary.state().zone(ORIGIN)).contains(ZONE);
                step(Duration.ofHours(2));
                until(() -> lastSuccess().equals(Optional.of(now.get())));
            }
        }
        step(DAY.minusSeconds(60));
        try (var secondary = secondary(primary)) {
            assertThat(secondary.state().zone(ORIGIN)).contains(ZONE);
            step(Duration.ofSeconds(60));
            until(() -> secondary.state().zone(ORIGIN).isEmpty());
        }
        try (var secondary = secondary(primary)) {
            assertThat(secondary.state().zone(ORIGIN)).isEmpty();
            assertThat(secondary.state().secondaries()).containsKey(ORIGIN);
        }
    }

    private Optional<Instant> lastSuccess() {
        try {
            return StateFolder.open(folder, _ -> {}).load().stream()
                    .findFirst()
                    .map(kept -> kept.lastSuccess());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
