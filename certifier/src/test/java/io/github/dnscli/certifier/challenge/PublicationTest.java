package io.github.dnscli.certifier.challenge;

import static io.github.dnscli.certifier.challenge.Stage.CHALLENGE;
import static io.github.dnscli.certifier.challenge.Stage.KEY;
import static io.github.dnscli.certifier.challenge.Stage.address;
import static io.github.dnscli.certifier.challenge.Stage.inZone;
import static io.github.dnscli.certifier.challenge.Stage.key;
import static io.github.dnscli.certifier.challenge.Stage.primary;
import static io.github.dnscli.certifier.challenge.Stage.proof;
import static io.github.dnscli.certifier.challenge.Stage.serving;
import static io.github.dnscli.certifier.challenge.Stage.settings;
import static io.github.dnscli.certifier.challenge.Stage.solver;
import static io.github.dnscli.certifier.challenge.Stage.soon;
import static io.github.dnscli.certifier.challenge.Stage.texts;
import static io.github.dnscli.certifier.challenge.Stage.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certifier.challenge.Presentation.Unpublished;
import io.github.dnscli.certifier.challenge.Presentation.Visible;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.key.KeyRights.Grant;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static final DomainName EXAMPLE = DomainName.of("example");
    private static final String VALUE = "LPsIwTo7o8BoG0-vjCyGQGBWSVIPxI-i_X336eUOQZo";

    private static long serial(NameServer server) {
        return server.state().zone(EXAMPLE).orElseThrow().serial().orElseThrow().value();
    }

    @Test
    void publishesAProofAndTakesItAway() throws Exception {
        var store = new MemoryStore();
        try (var server = serving(zone("example")).key(KEY).start()) {
            var solver = solver(settings(primary(server, KEY)), store);
            var proof = proof("www.example", VALUE);

            assertThat(solver.type()).isEqualTo("dns-01");
            assertThat(solver.present(List.of(proof), soon())).isEqualTo(new Visible());
            assertThat(texts(address(server), CHALLENGE)).containsExactly(VALUE);
            assertThat(store.names("challenges")).hasSize(1);

            solver.withdraw(List.of(proof));
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
            assertThat(store.names("challenges")).isEmpty();

            solver.withdraw(List.of(proof));
            assertThat(serial(server)).isEqualTo(3);
        }
    }

    @Test
    void doesNothingAboutNoProofs() throws Exception {
        var nobody = primary(new ServerAddress(Stage.ip("127.0.0.1"), 1), KEY, Stage.PATIENCE);
        var solver = solver(settings(nobody));

        assertThat(solver.present(List.of(), soon())).isEqualTo(new Visible());
        solver.withdraw(List.of());
        solver.tidy();
    }

    @Test
    void publishesForAMinute() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            solver(settings(primary(server, KEY)))
                    .present(List.of(proof("www.example", VALUE)), soon());

            var set =
                    server.state().zone(EXAMPLE).orElseThrow().recordSet(CHALLENGE, RecordType.TXT);
            assertThat(set.orElseThrow().ttl().seconds()).isEqualTo(60);
        }
    }

    @Test
    void leavesTheProofOfAWildcardAndWhatOthersWriteInPeace() throws Exception {
        var example = zone("example", "_acme-challenge.www.example TXT foreign");
        try (var server = serving(example).key(KEY).start()) {
            var solver = solver(settings(primary(server, KEY)));
            var host = proof("www.example", "host");
            var wildcard = proof("www.example", "wildcard");

            solver.present(List.of(host, wildcard), soon());
            assertThat(texts(address(server), CHALLENGE))
                    .containsExactly("foreign", "host", "wildcard");

            solver.withdraw(List.of(host));
            assertThat(texts(address(server), CHALLENGE)).containsExactly("foreign", "wildcard");

            solver.withdraw(List.of(wildcard));
            assertThat(texts(address(server), CHALLENGE)).containsExactly("foreign");
        }
    }

    @Test
    void keepsAProofThatTwoOrdersShareUntilBothAreDone() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var solver = solver(settings(primary(server, KEY)));
            var shared = List.of(proof("www.example", VALUE));
            solver.present(shared, soon());
            solver.present(shared, soon());

            solver.withdraw(shared);
            assertThat(texts(address(server), CHALLENGE)).containsExactly(VALUE);

            solver.withdraw(shared);
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
        }
    }

    @Test
    void putsFiftyNamesInOneUpdate() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var solver = solver(settings(primary(server, KEY)));
            var proofs =
                    IntStream.range(0, 50)
                            .mapToObj(i -> proof("host%d.example".formatted(i), VALUE))
                            .toList();

            assertThat(solver.present(proofs, soon())).isEqualTo(new Visible());
            assertThat(serial(server)).isEqualTo(2);
            assertThat(texts(address(server), DomainName.of("_acme-challenge.host49.example")))
                    .containsExactly(VALUE);

            solver.withdraw(proofs);
            assertThat(serial(server)).isEqualTo(3);
            assertThat(server.state().zone(EXAMPLE).orElseThrow().records()).hasSize(3);
        }
    }

    @Test
    void splitsWhatDoesNotFitAMessage() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var solver = solver(settings(primary(server, KEY)));
            var proofs =
                    IntStream.range(0, 100)
                            .mapToObj(i -> proof("www.example", "%1000d".formatted(i)))
                            .toList();

            assertThat(solver.present(proofs, soon())).isEqualTo(new Visible());
            assertThat(serial(server)).isEqualTo(3);

            solver.withdraw(proofs);
            assertThat(server.state().zone(EXAMPLE).orElseThrow().records()).hasSize(3);
        }
    }

    @Test
    void writesToSeveralZonesAndServersAtOnce() throws Exception {
        var other = key("certifier._update.test");
        try (var first = serving(zone("example"), zone("sub.example")).key(KEY).start();
                var second = serving(zone("test")).key(other).start()) {
            var solver = solver(settings(primary(first, KEY), primary(second, other)));
            var proofs =
                    List.of(
                            proof("www.example", "a"),
                            proof("www.sub.example", "b"),
                            proof("www.test", "c"));

            assertThat(solver.present(proofs, soon())).isEqualTo(new Visible());
            assertThat(texts(address(first), CHALLENGE)).containsExactly("a");
            assertThat(texts(address(first), DomainName.of("_acme-challenge.www.sub.example")))
                    .containsExactly("b");
            assertThat(texts(address(second), DomainName.of("_acme-challenge.www.test")))
                    .containsExactly("c");
        }
    }

    @Test
    void servesSeveralOrdersAtOnce() throws Exception {
        var store = new MemoryStore();
        try (var server = serving(zone("example"), zone("sub.example")).key(KEY).start();
                var orders = Executors.newVirtualThreadPerTaskExecutor()) {
            var solver = solver(settings(primary(server, KEY)), store);
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 12; i++) {
                var proofs =
                        List.of(
                                proof("www.example", "value" + i),
                                proof("www.example", "shared"),
                                proof("www.sub.example", "value" + i));
                work.add(
                        () -> {
                            var outcome = solver.present(proofs, soon());
                            solver.tidy();
                            boolean there =
                                    texts(address(server), CHALLENGE)
                                            .containsAll(
                                                    List.of("shared", proofs.getFirst().value()));
                            solver.withdraw(proofs);
                            return there && outcome.equals(new Visible());
                        });
            }

            for (var order : orders.invokeAll(work)) {
                assertThat(order.get()).isTrue();
            }
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
            assertThat(store.names("challenges")).isEmpty();
        }
    }

    @Test
    void tellsOfTheFirstFewProblems() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var proofs =
                    IntStream.range(0, 20)
                            .mapToObj(i -> proof("host%02d.test".formatted(i), VALUE))
                            .toArray(Proof[]::new);

            assertThat(present(settings(primary(server, KEY)), proofs))
                    .extracting(Object::toString)
                    .asString()
                    .contains("host04", "; and 15 more")
                    .doesNotContain("host05");
        }
    }

    private static Presentation present(DnsSettings settings, Proof... proofs) throws IOException {
        return solver(settings).present(List.of(proofs), soon());
    }

    @Test
    void tellsOfARefusalWithServerZoneNameAndKey() throws Exception {
        var plain = key("plain");
        var grant = Grant.update(plain.name(), new NamePattern.Tree(EXAMPLE), RecordType.TLSA);
        var store = new MemoryStore();
        try (var server = serving(zone("example")).key(plain).grant(grant).start()) {
            var solver = solver(settings(primary(server, plain)), store);

            assertThat(solver.present(List.of(proof("www.example", VALUE)), soon()))
                    .isInstanceOfSatisfying(
                            Unpublished.class,
                            problem ->
                                    assertThat(problem.problem())
                                            .startsWith(
                                                    "cannot publish '_acme-challenge.www.example' in zone 'example' at server %s by key 'plain': server answers "
                                                            .formatted(address(server))));
            // It is not there for sure.
            assertThat(store.names("challenges")).isEmpty();
            solver.withdraw(List.of(proof("www.example", VALUE)));
        }
    }

    @Test
    void tellsOfAKeyTheServerDoesNotKnow() throws Exception {
        try (var server = serving(zone("example")).start()) {
            assertThat(present(settings(primary(server, KEY)), proof("www.example", VALUE)))
                    .extracting(Object::toString)
                    .asString()
                    .contains("server does not know key 'certifier._update.example'")
                    .contains("(BADKEY); compare the name and the algorithm of the key");
        }
    }

    @Test
    void tellsOfAnotherSecret() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var wrong = key("certifier._update.example", "another secret, not for anybody's eyes");
            assertThat(present(settings(primary(server, wrong)), proof("www.example", VALUE)))
                    .extracting(Object::toString)
                    .asString()
                    .contains("(BADSIG); compare the secret of the key with the server's")
                    .doesNotContain("anybody");
        }
    }

    @Test
    void tellsOfAServerThatIsDown() throws Exception {
        var nobody = new ServerAddress(Stage.ip("127.0.0.1"), FreePort.any());
        var settings = settings(primary(nobody, KEY, Stage.PATIENCE));

        assertThat(present(settings, proof("www.example", VALUE)))
                .isEqualTo(
                        new Unpublished(
                                "nobody knows whether '_acme-challenge.www.example' is an alias: connection refused by %s; there is no resolver to ask"
                                        .formatted(nobody)));
        assertThat(present(inZone(settings, "example"), proof("www.example", VALUE)))
                .isEqualTo(
                        new Unpublished(
                                "cannot publish '_acme-challenge.www.example' in zone 'example' at server %1$s by key 'certifier._update.example': connection refused by %1$s"
                                        .formatted(nobody)));
    }

    @Test
    void tellsOfAServerThatDoesNotReplyInItsTime() throws Exception {
        try (var silent = ScriptedPeer.start(Script.silent())) {
            var settings = settings(primary(silent.address(), KEY, Duration.ofMillis(300)));

            assertThat(present(inZone(settings, "example"), proof("www.example", VALUE)))
                    .extracting(Object::toString)
                    .asString()
                    .contains("no reply from %s within 300 ms".formatted(silent.address()));
        }
    }

    @Test
    void endsAtTheDeadline() throws Exception {
        try (var silent = ScriptedPeer.start(Script.silent())) {
            var solver = solver(settings(primary(silent.address(), KEY, Stage.PATIENCE)));

            assertThat(
                            solver.present(
                                    List.of(proof("www.example", VALUE)),
                                    Instant.now().plusMillis(50)))
                    .isInstanceOf(Unpublished.class);
            assertThat(
                            solver.present(
                                    List.of(proof("www.example", VALUE)),
                                    Instant.MIN.plusSeconds(1)))
                    .isInstanceOf(Unpublished.class);
        }
    }

    @Test
    void endsWhenInterrupted() throws Exception {
        var asked = new CountDownLatch(1);
        Script slow =
                line -> {
                    line.receive();
                    asked.countDown();
                    line.receive();
                };
        try (var silent = ScriptedPeer.start(slow)) {
            var solver = solver(settings(primary(silent.address(), KEY, Stage.PATIENCE)));
            var task =
                    new FutureTask<>(
                            () -> {
                                var outcome =
                                        solver.present(
                                                List.of(proof("www.example", VALUE)), soon());
                                return Thread.currentThread().isInterrupted()
                                        ? outcome
                                        : new Visible();
                            });
            var thread = Thread.ofPlatform().start(task);
            asked.await();
            thread.interrupt();

            assertThat(task.get())
                    .isEqualTo(new Unpublished("interrupted before anything was published"));
        }
    }

    @Test
    void withdrawsEvenWhenInterrupted() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var solver = solver(settings(primary(server, KEY)));
            var proof = proof("www.example", VALUE);
            solver.present(List.of(proof), soon());

            Thread.currentThread().interrupt();
            solver.withdraw(List.of(proof));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
        }
    }

    @Test
    void publishesNothingThatCannotBeWrittenDown() throws Exception {
        var kept = new MemoryStore();
        var full = new WornStore(kept, 1, "none");
        try (var server = serving(zone("example")).key(KEY).start()) {
            var solver = solver(settings(primary(server, KEY)), full);

            assertThatThrownBy(
                            () ->
                                    solver.present(
                                            List.of(
                                                    proof("www.example", "a"),
                                                    proof("www.example", "b")),
                                            soon()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the disk is full");
            assertThat(serial(server)).isEqualTo(1);
            assertThat(kept.names("challenges")).isEmpty();
        }
    }

    @Test
    void writesDownNoSecret() throws Exception {
        var store = new MemoryStore();
        try (var server = serving(zone("example")).key(KEY).start()) {
            solver(settings(primary(server, KEY)), store)
                    .present(List.of(proof("www.example", VALUE)), soon());

            var texts = new ArrayList<String>();
            for (var id : store.names("challenges")) {
                texts.add(store.read("challenges/" + id).orElseThrow());
            }
            assertThat(texts)
                    .containsExactly(
                            """
                            address 127.0.0.1
                            port %d
                            key certifier._update.example.
                            zone example.
                            owner _acme-challenge.www.example.
                            name www.example.
                            value %s
                            """
                                    .formatted(server.port(), VALUE));
        }
    }
}
