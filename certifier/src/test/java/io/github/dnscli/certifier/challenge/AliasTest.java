package io.github.dnscli.certifier.challenge;

import static io.github.dnscli.certifier.challenge.Stage.KEY;
import static io.github.dnscli.certifier.challenge.Stage.address;
import static io.github.dnscli.certifier.challenge.Stage.asking;
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

import io.github.dnscli.certifier.challenge.Presentation.Visible;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// From the name where an authority looks to the name that is written to.
class AliasTest {

    private static final TsigKey ACME = key("certifier._update.acme.test");
    private static final DomainName WWW = DomainName.of("www.example");

    private static Destination found(DnsSettings settings, DomainName name) {
        return switch (solver(settings).destination(name, soon())) {
            case FoundDestination.Found(var destination) -> destination;
            case FoundDestination.Unknown(var problem) -> throw new AssertionError(problem);
        };
    }

    private static String problem(DnsSettings settings, DomainName name) {
        return switch (solver(settings).destination(name, soon())) {
            case FoundDestination.Found(var destination) ->
                    throw new AssertionError(destination.text());
            case FoundDestination.Unknown(var problem) -> problem;
        };
    }

    @Test
    void findsTheZoneOfANameThatIsNoAlias() throws Exception {
        try (var server = serving(zone("example"), zone("sub.example")).key(KEY).start()) {
            var settings = settings(primary(server, KEY));

            assertThat(found(settings, WWW).text())
                    .isEqualTo(
                            "'_acme-challenge.www.example' in zone 'example' at server %s by key 'certifier._update.example'"
                                    .formatted(address(server)));
            assertThat(found(settings, DomainName.of("a.b.sub.example")).zone())
                    .isEqualTo(DomainName.of("sub.example"));
        }
    }

    @Test
    void followsAliasesOverZonesAndServersToTheKeyOfTheLastName() throws Exception {
        var example =
                zone(
                        "example",
                        "_acme-challenge.www.example CNAME one.example",
                        "one.example CNAME www.example.acme.test");
        try (var first = serving(example).key(KEY).start();
                var second = serving(zone("acme.test")).key(ACME).start()) {
            var settings = settings(primary(first, KEY), primary(second, ACME));

            assertThat(found(settings, WWW).text())
                    .isEqualTo(
                            "'_acme-challenge.www.example' -> 'one.example' (CNAME by %1$s) -> 'www.example.acme.test' (CNAME by %1$s) in zone 'acme.test' at server %2$s by key 'certifier._update.acme.test'"
                                    .formatted(address(first), address(second)));

            var solver = solver(settings);
            var proof = proof("www.example", "value");
            assertThat(solver.present(List.of(proof), soon())).isEqualTo(new Visible());
            assertThat(texts(address(second), DomainName.of("www.example.acme.test")))
                    .containsExactly("value");
            solver.withdraw(List.of(proof));
            assertThat(texts(address(second), DomainName.of("www.example.acme.test"))).isEmpty();
        }
    }

    @Test
    void followsTheAliasOfAWholeTree() throws Exception {
        var example =
                zone(
                        "example",
                        "_acme-challenge.www.example CNAME a.tree.example",
                        "tree.example DNAME deep.acme.test");
        try (var server = serving(example, zone("acme.test")).key(ACME).start()) {
            assertThat(found(settings(primary(server, ACME)), WWW).chain().text())
                    .isEqualTo(
                            "'_acme-challenge.www.example' -> 'a.tree.example' (CNAME by %1$s) -> 'a.deep.acme.test' (DNAME by %1$s)"
                                    .formatted(address(server)));
        }
    }

    @Test
    void asksResolversWhatTheServersDoNotHave() throws Exception {
        // A server that recurses is played by one that has the zone and says that it does.
        var foreign = zone("example", "_acme-challenge.www.example CNAME www.acme.test");
        try (var server = serving(zone("acme.test")).key(ACME).start();
                var there = serving(foreign).start()) {
            var settings = settings(primary(server, ACME));

            assertThat(found(asking(settings, address(there)), WWW).owner())
                    .isEqualTo(DomainName.of("www.acme.test"));
            assertThat(problem(settings, WWW))
                    .isEqualTo(
                            "nobody knows whether '_acme-challenge.www.example' is an alias: server %s does not answer for '_acme-challenge.www.example' (REFUSED); there is no resolver to ask"
                                    .formatted(address(server)));
        }
    }

    @Test
    void asksResolversRecursivelyAndTheNextWhereOneFails() throws Exception {
        var foreign = zone("example", "_acme-challenge.www.example CNAME www.acme.test");
        try (var server = serving(zone("acme.test")).key(ACME).start();
                var failing =
                        ScriptedPeer.start(
                                Script.silent(),
                                Script.replying(
                                        asked ->
                                                asked.reply(
                                                        asked.has(Flag.RD)
                                                                ? Rcode.SERVFAIL
                                                                : Rcode.FORMERR)));
                var there = serving(foreign).start()) {
            var settings = settings(primary(server, ACME));

            assertThat(found(asking(settings, failing.address(), address(there)), WWW).owner())
                    .isEqualTo(DomainName.of("www.acme.test"));
            assertThat(problem(asking(settings, failing.address()), WWW))
                    .contains(
                            "resolver %s, asked for '_acme-challenge.www.example': server answers SERVFAIL"
                                    .formatted(failing.address()));
        }
    }

    @Test
    void doesNotBelieveAReferralFromAResolver() throws Exception {
        try (var server = serving(zone("acme.test")).key(ACME).start();
                var referring =
                        ScriptedPeer.start(
                                Script.silent(),
                                Script.replying(asked -> asked.reply(Rcode.NOERROR)))) {
            assertThat(problem(asking(settings(primary(server, ACME)), referring.address()), WWW))
                    .contains(
                            "%s is no resolver: it does not ask others"
                                    .formatted(referring.address()));
        }
    }

    @Test
    void tellsOfALoopWithEachHop() throws Exception {
        var example =
                zone(
                        "example",
                        "_acme-challenge.www.example CNAME a.example",
                        "a.example CNAME b.example",
                        "b.example CNAME a.example");
        try (var server = serving(example).key(KEY).start()) {
            assertThat(problem(settings(primary(server, KEY)), WWW))
                    .isEqualTo(
                            "alias leads back to 'a.example': '_acme-challenge.www.example' -> 'a.example' (CNAME by %1$s) -> 'b.example' (CNAME by %1$s) -> 'a.example' (CNAME by %1$s)"
                                    .formatted(address(server)));
        }
    }

    private static String[] chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(
                        i ->
                                "%s.example CNAME n%d.example"
                                        .formatted(i == 0 ? "_acme-challenge.www" : "n" + i, i + 1))
                .toArray(String[]::new);
    }

    @Test
    void followsSixteenAliasesAndNoMore() throws Exception {
        try (var server = serving(zone("example", chain(16))).key(KEY).start()) {
            assertThat(found(settings(primary(server, KEY)), WWW).owner())
                    .isEqualTo(DomainName.of("n16.example"));
        }
        try (var server = serving(zone("example", chain(17))).key(KEY).start()) {
            assertThat(problem(settings(primary(server, KEY)), WWW))
                    .startsWith("more than 16 aliases in a row: '_acme-challenge.www.example' -> ")
                    .contains("'n17.example'");
        }
    }

    @Test
    void tellsWhereAChainBreaks() throws Exception {
        var example = zone("example", "_acme-challenge.www.example CNAME www.acme.test");
        try (var server = serving(example).key(KEY).start()) {
            assertThat(problem(settings(primary(server, KEY)), WWW))
                    .startsWith(
                            "nobody knows whether 'www.acme.test' is an alias ('_acme-challenge.www.example' -> 'www.acme.test' (CNAME by %s)): "
                                    .formatted(address(server)))
                    .endsWith("; there is no resolver to ask");
        }
    }

    @Test
    void tellsWhichKeysThereAreWhereNoneFits() throws Exception {
        var example = zone("example", "_acme-challenge.www.example CNAME www.acme.test");
        var reader = key("reader._transfer.test");
        try (var server = serving(example, zone("acme.test")).key(KEY).start()) {
            assertThat(problem(settings(primary(server, KEY), primary(server, reader)), WWW))
                    .isEqualTo(
                            "no key covers '_acme-challenge.www.example' -> 'www.acme.test' (CNAME by %1$s): key 'certifier._update.example' for server %1$s covers 'example', key 'reader._transfer.test' for server %1$s may only transfer 'test'; give a key for it"
                                    .formatted(address(server)));
        }
    }

    private static DomainName keyOf(NameServer server, String... keys) {
        var servers = List.of(keys).stream().map(name -> primary(server, key(name))).toList();
        var settings = settings(servers.toArray(PrimaryServer[]::new));
        return found(settings, WWW).server().key().name();
    }

    @Test
    void choosesTheKeyThatSpeaksOfTheNameMostClosely() throws Exception {
        try (var server = serving(zone("example")).start()) {
            assertThat(keyOf(server, "plain", "a._update", "b._update.example"))
                    .isEqualTo(DomainName.of("b._update.example"));
            assertThat(keyOf(server, "b._update.example", "c._update._acme-challenge.www.example"))
                    .isEqualTo(DomainName.of("c._update._acme-challenge.www.example"));
            assertThat(keyOf(server, "plain", "d._update")).isEqualTo(DomainName.of("d._update"));
            assertThat(keyOf(server, "plain", "e._update.other")).isEqualTo(DomainName.of("plain"));
            assertThat(keyOf(server, "first", "second")).isEqualTo(DomainName.of("first"));
        }
    }

    @Test
    void choosesTheServerThatHasTheZoneAmongThoseWithKeysForAll() throws Exception {
        var plain = key("plain");
        try (var other = serving(zone("other")).key(plain).start();
                var server = serving(zone("example")).key(plain).start()) {
            var settings = settings(primary(other, plain), primary(server, plain));

            assertThat(found(settings, WWW).server().address()).isEqualTo(address(server));
        }
    }

    @Test
    void signsItsQuestionsWhereServersRefuseOthers() throws Exception {
        var example = zone("example", "_acme-challenge.www.example CNAME other.example");
        try (var server = serving(example).key(KEY).start();
                var strict = ScriptedPeer.start(refusingUnsigned(address(server)))) {
            var settings = settings(primary(strict.address(), KEY, Stage.PATIENCE));

            assertThat(found(settings, WWW).text())
                    .isEqualTo(
                            "'_acme-challenge.www.example' -> 'other.example' (CNAME by %1$s) in zone 'example' at server %1$s by key 'certifier._update.example'"
                                    .formatted(strict.address()));
            var unknown = key("unknown._update.example");
            assertThat(problem(settings(primary(strict.address(), unknown, Stage.PATIENCE)), WWW))
                    .contains("server does not know key 'unknown._update.example'");
        }
    }

    /// {@return a script that passes requests on that have a TSIG record beside the OPT record, and refuses others}
    private static Script refusingUnsigned(ServerAddress server) {
        return line -> {
            try (var passedOn = Transport.TCP.open(server, Stage.PATIENCE)) {
                while (true) {
                    byte[] request = line.receive();
                    line.send(
                            request[11] == 2
                                    ? passedOn.ask(request)
                                    : MessageCodec.encode(
                                            Script.message(request).reply(Rcode.REFUSED)));
                }
            }
        };
    }

    @Test
    void takesAZoneThatIsGiven() throws Exception {
        var example = zone("example", "_acme-challenge.www.example CNAME a.sub.acme.test");
        try (var server = serving(example, zone("acme.test"), zone("sub.acme.test")).start()) {
            var settings = settings(primary(server, key("plain")));

            assertThat(found(settings, WWW).zone()).isEqualTo(DomainName.of("sub.acme.test"));
            assertThat(found(inZone(settings, "acme.test"), WWW).zone())
                    .isEqualTo(DomainName.of("acme.test"));
            assertThat(problem(inZone(settings, "example"), WWW))
                    .endsWith(
                            "is not in zone 'example', which was given as the zone of all challenges");
        }
    }

    @Test
    void takesTheZoneThatIsGivenWhereNobodyKnowsTheName() throws Exception {
        var nobody = new ServerAddress(Stage.ip("127.0.0.1"), FreePort.any());
        var settings = inZone(settings(primary(nobody, KEY, Stage.PATIENCE)), "example");

        assertThat(found(settings, WWW).text())
                .isEqualTo(
                        "'_acme-challenge.www.example' in zone 'example' at server %s by key 'certifier._update.example'"
                                .formatted(nobody));
    }

    @Test
    void tellsOfAZoneThatTheServerDoesNotHave() throws Exception {
        // A resolver knows the name, and no server has its zone.
        try (var server = serving(zone("other")).start();
                var resolver = serving(zone("example")).start()) {
            var settings = asking(settings(primary(server, key("plain"))), address(resolver));

            assertThat(problem(settings, WWW))
                    .startsWith(
                            "no zone for '_acme-challenge.www.example': %s: "
                                    .formatted(address(server)));
        }
    }

    @Test
    void tellsOfANameWithoutRoom() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var label = "a".repeat(60);
            var name = DomainName.of("%1$s.%1$s.%1$s.%1$s.example".formatted(label));

            assertThat(problem(settings(primary(server, KEY)), name))
                    .isEqualTo("'%s' has no room for '_acme-challenge.'".formatted(name.display()));
        }
    }

    @Test
    void tellsOfAnAliasThatIsTooLong() throws Exception {
        var label = "a".repeat(60);
        var example =
                zone(
                        "example",
                        "_acme-challenge.www.example CNAME aaaaaaaaaaaaaaaaaaaa.tree.example",
                        "tree.example DNAME %1$s.%1$s.%1$s.%1$s".formatted(label));
        try (var server = serving(example).key(KEY).start()) {
            assertThat(problem(settings(primary(server, KEY)), WWW)).contains("YXDOMAIN");
        }
    }
}
