package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.fixture.FakeAcmeTrouble;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A certifier that is killed while the authority looks at the proof.
class KilledCertifierTest {

    private static final String HOST = "host.example.com";

    @TempDir Path folder;
    private final CountDownLatch looking = new CountDownLatch(1);
    private final CountDownLatch seen = new CountDownLatch(1);
    private FakeAcme acme;
    private Town town;

    @BeforeEach
    void open() throws IOException {
        acme = FakeAcme.start(InstantSource.system());
        acme.validation((_, _) -> look());
        var alone = Town.open(folder);
        town =
                alone.certifiedBy(
                        List.of(
                                "--ca",
                                acme.directory().toString(),
                                "--name-server-port",
                                Integer.toString(alone.server().port())),
                        Tools.pem(acme.root().x509()));
    }

    @AfterEach
    void close() {
        seen.countDown();
        town.close();
        acme.close();
    }

    private Optional<FakeAcmeTrouble> look() {
        looking.countDown();
        await(seen);
        return Optional.empty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void killInTheMiddleOfAnOrder() throws IOException {
        town.host("host", Town.EVERYBODY).request(HOST);
        try (var certifier = town.certifierProcess()) {
            await(looking);
            certifier.kill();
        }
        assertThat(town.proofs(HOST)).hasSize(1);
        seen.countDown();
    }

    @Test
    void theNextOneCarriesOnWithTheSameOrderAndCleansUp() throws Exception {
        killInTheMiddleOfAnOrder();

        try (var certifier = town.certifierProcess()) {
            Patience.until("a certificate", () -> !town.place(HOST).leaves().isEmpty());
            Patience.until("the end of the proof", () -> town.proofs(HOST).isEmpty());
            assertThat(certifier.log()).doesNotContain("error");
        }
        town.place(HOST).accepted(town.root());
        int orders = acme.orders().size();
        FailureTable.says(
                "the certifier is killed (`kill -9`) in the middle of an order",
                "nothing",
                0,
                orders,
                orders - 1);
    }

    @Test
    void theNextOneCleansUpThoughNobodyWantsTheCertificateAnyMore() throws Exception {
        killInTheMiddleOfAnOrder();
        town.withdraw(HOST);

        try (var _ = town.certifierProcess()) {
            Patience.until("the end of the proof", () -> town.proofs(HOST).isEmpty());
        }
        assertThat(acme.orders()).hasSize(1);
        assertThat(acme.issued()).isEmpty();
    }
}
