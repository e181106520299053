package io.github.dnscli.certifier.challenge;

import static io.github.dnscli.certifier.challenge.Stage.CHALLENGE;
import static io.github.dnscli.certifier.challenge.Stage.KEY;
import static io.github.dnscli.certifier.challenge.Stage.PATIENCE;
import static io.github.dnscli.certifier.challenge.Stage.address;
import static io.github.dnscli.certifier.challenge.Stage.asking;
import static io.github.dnscli.certifier.challenge.Stage.inZone;
import static io.github.dnscli.certifier.challenge.Stage.ip;
import static io.github.dnscli.certifier.challenge.Stage.key;
import static io.github.dnscli.certifier.challenge.Stage.primary;
import static io.github.dnscli.certifier.challenge.Stage.proof;
import static io.github.dnscli.certifier.challenge.Stage.serving;
import static io.github.dnscli.certifier.challenge.Stage.settings;
import static io.github.dnscli.certifier.challenge.Stage.solver;
import static io.github.dnscli.certifier.challenge.Stage.soon;
import static io.github.dnscli.certifier.challenge.Stage.texts;
import static io.github.dnscli.certifier.challenge.Stage.watching;
import static io.github.dnscli.certifier.challenge.Stage.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certifier.challenge.Presentation.Unpublished;
import io.github.dnscli.certifier.challenge.Presentation.Visible;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.secondary.SecondaryZone;
import io.github.dnscli.server.state.PortMap;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.Remote;
import io.github.dnscli.testkit.ServerPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Proofs on the servers of others.
class ChallengePeersTest {

    private static final DomainName EXAMPLE = DomainName.of("example");
    private static final DomainName ACME = DomainName.of("acme.test");
    private static final TsigKey ACME_KEY = key("certifier._update.acme.test");
    private static final String ZONE =
            """
            $TTL 3600
            @ SOA ns1 hostmaster 1 3600 600 86400 60
            @ NS ns1
            ns1 A 127.0.0.1
            """;

    private static ServerPlan plan(String... lines) {
        return ServerPlan.EMPTY
                .primary(ACME, ZONE + String.join("\n", lines) + "\n")
                .primary(EXAMPLE, ZONE + "_acme-challenge.www CNAME www.tree.acme.test.\n")
                .key(ACME_KEY);
    }

    @Test
    void followsAliasesFromOurZoneToOneOnNamed() throws Exception {
        var example = zone("example", "_acme-challenge.www.example CNAME www.acme.test");
        try (var named = NamedServer.start(ACME, ZONE, ACME_KEY);
                var server = serving(example).key(KEY).start()) {
            var settings =
                    settings(primary(server, KEY), primary(named.address(), ACME_KEY, PATIENCE));
            var solver = solver(watching(settings, PortMap.all(named.address().port()), PATIENCE));
            var proofs = List.of(proof("www.example", "host"), proof("www.example", "wildcard"));
            var owner = DomainName.of("www.acme.test");

            assertThat(solver.present(proofs, soon())).isEqualTo(new Visible());
            assertThat(texts(named.address(), owner)).containsExactly("host", "wildcard");

            solver.withdraw(proofs.subList(0, 1));
            assertThat(texts(named.address(), owner)).containsExactly("wildcard");

            solver.withdraw(proofs);
            assertThat(texts(named.address(), owner)).isEmpty();
        }
    }

    @Test
    void followsTreesOfAliasesOnNamedAndHearsWhyItDoesNotWant() throws Exception {
        try (var named = NamedServer.start(plan("tree DNAME deep"))) {
            var server = primary(named.address(), ACME_KEY, PATIENCE);
            assertTreesAreFollowed(settings(server), named.address());

            assertThat(problem(inZone(settings(server), "test")))
                    .contains("in zone 'test'")
                    .contains("server answers NOTAUTH");
            var unknown = key("unknown._update.acme.test");
            assertThat(problem(settings(primary(named.address(), unknown, PATIENCE))))
                    .contains("server does not know key 'unknown._update.acme.test'")
                    .contains("(BADKEY)");
            var other = key("certifier._update.acme.test", "another secret");
            assertThat(problem(settings(primary(named.address(), other, PATIENCE))))
                    .contains("(BADSIG)");
        }
    }

    @Test
    void followsTreesOfAliasesOnKnotAndHearsWhyItDoesNotWant() throws Exception {
        try (var knot = KnotServer.start(plan("tree DNAME deep"))) {
            var server = primary(knot.address(), ACME_KEY, PATIENCE);
            assertTreesAreFollowed(settings(server), knot.address());

            assertThat(problem(inZone(settings(server), "test")))
                    .contains("in zone 'test'")
                    .contains("NOTAUTH (the server is not authoritative for the zone");
            var unknown = key("unknown._update.acme.test");
            assertThat(problem(settings(primary(knot.address(), unknown, PATIENCE))))
                    .contains("(BADKEY)");
        }
    }

    private static void assertTreesAreFollowed(DnsSettings settings, ServerAddress server)
            throws Exception {
        var found = solver(settings).destination(DomainName.of("www.example"), soon());
        assertThat(found)
                .isInstanceOfSatisfying(
                        FoundDestination.Found.class,
                        it ->
                                assertThat(it.destination().text())
                                        .isEqualTo(
                                                "'_acme-challenge.www.example' -> 'www.tree.acme.test' (CNAME by %1$s) -> 'www.deep.acme.test' (DNAME by %1$s) in zone 'acme.test' at server %1$s by key 'certifier._update.acme.test'"
                                                        .formatted(server)));
        var solver = solver(watching(settings, PortMap.all(server.port()), PATIENCE));
        var proofs =
                IntStream.range(0, 50)
                        .mapToObj(i -> proof("www.example", "value%02d".formatted(i)))
                        .toList();

        assertThat(solver.present(proofs, soon())).isEqualTo(new Visible());
        assertThat(texts(server, DomainName.of("www.deep.acme.test")))
                .hasSize(50)
                .contains("value49");
        solver.withdraw(proofs);
        assertThat(texts(server, DomainName.of("www.deep.acme.test"))).isEmpty();
    }

    private static String problem(DnsSettings settings) throws Exception {
        var store = new MemoryStore();
        var solver = solver(settings, store);
        var proofs = List.of(proof("www.example", "value"));
        return switch (solver.present(proofs, soon())) {
            case Visible _, Presentation.Unseen _ -> throw new AssertionError("it was taken");
            case Unpublished(var problem) -> {
                // Nothing is there, and nobody thinks so.
                solver.withdraw(proofs);
                assertThat(store.names("challenges")).isEmpty();
                yield problem;
            }
        };
    }

    @Test
    void waitsForTheSecondaryOfKnot() throws Exception {
        var second = new ServerAddress(ip("127.0.0.2"), FreePort.any());
        var plan =
                ServerPlan.EMPTY
                        .primary(EXAMPLE, ZONE + "@ NS ns2\nns2 A 127.0.0.2\n", Remote.of(second))
                        .key(KEY)
                        .withOpenTransfers();
        try (var knot = KnotServer.start(plan);
                var secondary =
                        serving()
                                .listen("127.0.0.2", second.port())
                                .secondary(SecondaryZone.of(EXAMPLE, knot.address()))
                                .start()) {
            var ports =
                    new PortMap(
                            Map.of(
                                    ip("127.0.0.1"),
                                    knot.address().port(),
                                    ip("127.0.0.2"),
                                    second.port()),
                            0);
            var solver =
                    solver(
                            watching(
                                    settings(primary(knot.address(), KEY, PATIENCE)),
                                    ports,
                                    PATIENCE));
            var proofs = List.of(proof("www.example", "value"));

            assertThat(solver.present(proofs, soon())).isEqualTo(new Visible());
            assertThat(texts(address(secondary), CHALLENGE)).containsExactly("value");
            solver.withdraw(proofs);
            assertThat(texts(knot.address(), CHALLENGE)).isEmpty();
        }
    }

    @Test
    void asksNobodyWhatNamedRefersElsewhere() throws Exception {
        var plan =
                ServerPlan.EMPTY
                        .primary(EXAMPLE, ZONE + "sub NS ns.sub\nns.sub A 127.0.0.1\n")
                        .key(KEY);
        try (var named = NamedServer.start(plan);
                var resolver = serving(zone("sub.example")).start()) {
            var settings = settings(primary(named.address(), KEY, PATIENCE));
            var name = DomainName.of("www.sub.example");

            assertThat(solver(settings).destination(name, soon()))
                    .isEqualTo(
                            new FoundDestination.Unknown(
                                    "nobody knows whether '_acme-challenge.www.sub.example' is an alias: server %s is not authoritative for '_acme-challenge.www.sub.example'; there is no resolver to ask"
                                            .formatted(named.address())));
            assertThat(solver(asking(settings, address(resolver))).destination(name, soon()))
                    .isEqualTo(
                            new FoundDestination.Unknown(
                                    "no zone for '_acme-challenge.www.sub.example': %s: server has no zone for '_acme-challenge.www.sub.example': it refers to the servers of 'sub.example'"
                                            .formatted(named.address())));
        }
    }
}
