package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.QueryEvent;
import io.github.dnscli.server.secondary.SecondarySettings;
import io.github.dnscli.server.secondary.SecondaryZone;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.PebblePlan;
import io.github.dnscli.testkit.PebbleServer;
import io.github.dnscli.testkit.Relay;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A zone with a secondary that comes late, and an authority that asks just that one: it finds the proof there only if it is
/// told no sooner than the secondary has it.
class LaggingSecondaryTest {

    private static final String HOST = "late.example.com";
    private static final DomainName PROOF = DomainName.of("_acme-challenge." + HOST);
    private static final String SECONDARY = "127.0.0.2";

    @TempDir Path folder;

    private final CountDownLatch looks = new CountDownLatch(2);

    private void answered(QueryEvent query) {
        if (query.question().name().equals(PROOF)
                && query.question().type().equals(RecordType.TXT)) {
            looks.countDown();
        }
    }

    /// The secondary asks by the relay, on the port of the primary, which tells it of changes. One that gave up on what is
    /// held back would come back far too late.
    private NameServer secondary(int port, Relay relay) throws IOException {
        return NameServer.builder()
                .listen(SECONDARY, port)
                .secondary(SecondaryZone.of(DomainName.of(Town.ZONE), relay.address()))
                .secondarySettings(SecondarySettings.DEFAULT.withTimeout(Duration.ofMinutes(1)))
                .queryListener(this::answered)
                .start();
    }

    @Test
    void theAuthorityIsToldOnlyWhenTheSecondaryHasTheProof() throws Exception {
        certifies(
                relay -> {
                    boolean looked = looks.await(30, TimeUnit.SECONDS);
                    assertThat(looked).as("the certifier looks at the secondary").isTrue();
                    relay.release();
                });
    }

    @Test
    @Tag("slow")
    void fiveSecondsAreNotTooLate() throws Exception {
        certifies(
                relay ->
                        CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS)
                                .execute(relay::release));
    }

    /// When the secondary gets what was held back.
    @FunctionalInterface
    private interface Release {

        void of(Relay relay) throws InterruptedException;
    }

    private void certifies(Release release) throws Exception {
        try (var town = Town.withSecondary(folder, SECONDARY);
                var relay = Relay.to(town.server());
                var secondary = secondary(town.server().port(), relay);
                var authority = PebbleServer.start(at(secondary), PebblePlan.PLAIN.strict(0))) {
            Patience.until(
                    "the zone at the secondary",
                    () -> secondary.state().zone(DomainName.of(Town.ZONE)).isPresent());
            var certified =
                    town.certifiedBy(
                            authority, "--name-server-port", Integer.toString(secondary.port()));
            var host = certified.host("host", Town.EVERYBODY);
            relay.hold();
            try (var certifier = certified.certifier()) {
                var run = host.certifying(HOST);
                release.of(relay);
                assertThat(run.join().status())
                        .as(certifier.log().text())
                        .isEqualTo(ExitStatus.YES);
                assertThat(certifier.log().text()).doesNotContain("error");
            }
            certified.place(HOST).accepted(certified.root());
        }
    }

    private static ServerAddress at(NameServer server) {
        return new ServerAddress(InetAddress.ofLiteral(SECONDARY), server.port());
    }
}
