package io.github.dnscli.certifier.challenge;

import static io.github.dnscli.certifier.challenge.Stage.CHALLENGE;
import static io.github.dnscli.certifier.challenge.Stage.KEY;
import static io.github.dnscli.certifier.challenge.Stage.address;
import static io.github.dnscli.certifier.challenge.Stage.asking;
import static io.github.dnscli.certifier.challenge.Stage.bareZone;
import static io.github.dnscli.certifier.challenge.Stage.ip;
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

import io.github.dnscli.certifier.challenge.Presentation.Unseen;
import io.github.dnscli.certifier.challenge.Presentation.Visible;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.QueryListener;
import io.github.dnscli.server.state.PortMap;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/// All name servers, at all of their addresses.
class PropagationTest {

    private static final DomainName EXAMPLE = DomainName.of("example");
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final List<Proof> PROOF = List.of(proof("www.example", "value"));
    private static final InetAddress OTHER = ip("127.0.0.2");

    /// A zone with a second name server, at 127.0.0.2.
    private static final Zone TWO =
            zone("example", "example NS ns2.example", "ns2.example A 127.0.0.2");

    private static PortMap ports(ServerAddress... servers) {
        var ports = new HashMap<InetAddress, Integer>();
        for (var server : servers) {
            ports.put(server.address(), server.port());
        }
        return new PortMap(ports, 0);
    }

    private static Presentation present(DnsSettings settings) throws IOException {
        return solver(settings).present(PROOF, soon());
    }

    private static String unseen(Presentation presentation) {
        return switch (presentation) {
            case Unseen(var problem) -> problem;
            case Visible _, Presentation.Unpublished _ ->
                    throw new AssertionError(presentation.toString());
        };
    }

    /// Checks what is told of proofs that are not seen in time. Where the machine has no time for the test, it gets more.
    private static void assertUnseen(
            DnsSettings settings,
            Transport transport,
            List<Proof> proofs,
            Consumer<AbstractStringAssert<?>> check)
            throws IOException {
        var time = SHORT;
        while (true) {
            var solver = solver(watching(settings, settings.nameServerPorts(), time), transport);
            var problem = unseen(solver.present(proofs, soon()));
            try {
                check.accept(assertThat(problem));
                return;
            } catch (AssertionError failure) {
                time = time.multipliedBy(2);
                if (time.compareTo(Stage.PATIENCE) > 0) {
                    throw failure;
                }
            }
        }
    }

    private static void assertUnseen(DnsSettings settings, Consumer<AbstractStringAssert<?>> check)
            throws IOException {
        assertUnseen(settings, Transport.udpThenTcp(), PROOF, check);
    }

    private static String start(NameServer server) {
        return "'_acme-challenge.www.example' in zone 'example' at server %s by key 'certifier._update.example': "
                .formatted(address(server));
    }

    @Test
    void seesWhatTheOnlyNameServerServes() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var settings = settings(primary(server, KEY));

            assertThat(present(watching(settings, ports(address(server)), Stage.PATIENCE)))
                    .isEqualTo(new Visible());
        }
    }

    /// A secondary that takes the zone of the primary when it has been asked for a proof and did not have it.
    private static QueryListener lagging(
            AtomicReference<NameServer> secondary, AtomicReference<NameServer> primary) {
        return query -> {
            if (query.question().type().equals(RecordType.TXT)) {
                var fresh = primary.get().state().zone(EXAMPLE).orElseThrow();
                secondary.get().change(state -> state.with(fresh));
            }
        };
    }

    @Test
    void waitsForANameServerThatIsBehind() throws Exception {
        var first = new AtomicReference<NameServer>();
        var second = new AtomicReference<NameServer>();
        try (var server = serving(TWO).key(KEY).start();
                var late =
                        serving(TWO)
                                .listen("127.0.0.2", 0)
                                .queryListener(lagging(second, first))
                                .start()) {
            first.set(server);
            second.set(late);
            var settings = settings(primary(server, KEY));

            assertThat(
                            present(
                                    watching(
                                            settings,
                                            ports(address(server), address(late)),
                                            Stage.PATIENCE)))
                    .isEqualTo(new Visible());
            assertThat(texts(address(late), CHALLENGE)).containsExactly("value");
        }
    }

    @Test
    void namesTheNameServerThatStaysBehindAndWhatItServes() throws Exception {
        try (var server = serving(TWO).key(KEY).start();
                var late = serving(TWO).listen("127.0.0.2", 0).start()) {
            var settings = settings(primary(server, KEY));
            var watching = watching(settings, ports(address(server), address(late)), SHORT);

            assertUnseen(
                    watching,
                    it ->
                            it.isEqualTo(
                                    start(server)
                                            + "name server 'ns2.example': at %s: it has no name '_acme-challenge.www.example' (serial 1)"
                                                    .formatted(address(late))));

            var others = zone("example", "_acme-challenge.www.example TXT old");
            late.change(state -> state.with(others));
            assertUnseen(
                    watching,
                    it -> it.endsWith("it has just other values at '_acme-challenge.www.example'"));

            late.change(
                    state ->
                            state.with(zone("example", "_acme-challenge.www.example A 192.0.2.1")));
            assertUnseen(
                    watching,
                    it ->
                            it.endsWith(
                                    "it has no TXT record at '_acme-challenge.www.example' (serial 1)"));

            late.change(
                    state ->
                            state.with(
                                    zone(
                                            "example",
                                            "_acme-challenge.www.example CNAME x.example")));
            assertUnseen(
                    watching,
                    it -> it.endsWith("it has an alias at '_acme-challenge.www.example'"));

            late.change(state -> state.without(EXAMPLE));
            assertUnseen(
                    watching,
                    it -> it.contains("at %s: server answers REFUSED".formatted(address(late))));
        }
    }

    @Test
    void asksForTheProofsOfAllNames() throws Exception {
        var proofs =
                List.of(proof("a.example", "1"), proof("b.example", "2"), proof("b.example", "3"));
        var partly =
                zone(
                        "example",
                        "_acme-challenge.a.example TXT 1",
                        "_acme-challenge.b.example TXT 2");
        try (var server = serving(TWO).key(KEY).start();
                var late = serving(partly).listen("127.0.0.2", 0).start()) {
            var settings = settings(primary(server, KEY));
            var watching = watching(settings, ports(address(server), address(late)), SHORT);

            assertUnseen(
                    watching,
                    Transport.udpThenTcp(),
                    proofs,
                    it ->
                            it.isEqualTo(
                                    "'_acme-challenge.a.example' and 1 more in zone 'example' at server %s by key 'certifier._update.example': name server 'ns2.example': at %s: it has just other values at '_acme-challenge.b.example'"
                                            .formatted(address(server), address(late))));
        }
    }

    @Test
    void doesNotBelieveANameServerThatIsNotAuthoritative() throws Exception {
        // It would say something else to a wish for recursion.
        var lame =
                Script.replying(
                        asked -> asked.reply(asked.has(Flag.RD) ? Rcode.SERVFAIL : Rcode.NOERROR));
        try (var server = serving(zone("example")).key(KEY).start();
                var peer = ScriptedPeer.start(lame, lame)) {
            assertUnseen(
                    watching(settings(primary(server, KEY)), ports(peer.address()), SHORT),
                    it -> it.contains("it is not authoritative for '_acme-challenge.www.example'"));
        }
    }

    @Test
    void tellsOfANameServerThatIsDown() throws Exception {
        try (var server = serving(TWO).key(KEY).start()) {
            var nobody = new ServerAddress(OTHER, FreePort.any());
            var settings = settings(primary(server, KEY));

            assertUnseen(
                    watching(settings, ports(address(server), nobody), SHORT),
                    it ->
                            it.isEqualTo(
                                    start(server)
                                            + "name server 'ns2.example': connection refused by %s"
                                                    .formatted(nobody)));
        }
    }

    @Test
    void tellsOfANameServerThatDoesNotReply() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start();
                var silent = ScriptedPeer.start(Script.silent())) {
            var settings = settings(primary(server, KEY));

            assertUnseen(
                    watching(settings, ports(silent.address()), SHORT),
                    it ->
                            it.startsWith(
                                            start(server)
                                                    + "name server 'ns1.example': no reply from")
                                    .contains(silent.address().toString()));
        }
    }

    @Test
    void asksByTcpWhereUdpIsLost() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start();
                var deaf =
                        ScriptedPeer.start(
                                line -> {
                                    try (var on =
                                            Transport.TCP.open(address(server), Stage.PATIENCE)) {
                                        line.send(on.ask(line.receive()));
                                    }
                                })) {
            var impatient = primary(address(server), KEY, Duration.ofMillis(1200));

            assertThat(
                            present(
                                    watching(
                                            settings(impatient),
                                            ports(deaf.address()),
                                            Stage.PATIENCE)))
                    .isEqualTo(new Visible());
        }
    }

    @Test
    void watchesEachAddressOfANameServer() throws Exception {
        var both = zone("example", "ns1.example A 127.0.0.2", "ns1.example AAAA ::1");
        try (var server = serving(both).key(KEY).start();
                var late = serving(both).listen("::1", 0).start()) {
            var settings = settings(primary(server, KEY));
            var nobody = new ServerAddress(OTHER, FreePort.any());

            assertUnseen(
                    watching(settings, ports(address(server), address(late), nobody), SHORT),
                    it ->
                            it.contains("connection refused by " + nobody)
                                    .contains("at %s: it has no name".formatted(address(late)))
                                    .contains(", and ")
                                    .doesNotContain(address(server) + ": it"));
        }
    }

    @Test
    void leavesAddressesWithoutAPortAlone() throws Exception {
        try (var server = serving(TWO).key(KEY).start()) {
            var settings = settings(primary(server, KEY));

            assertThat(present(watching(settings, ports(address(server)), Stage.PATIENCE)))
                    .isEqualTo(new Visible());
        }
    }

    @Test
    void asksOtherServersForTheAddressesOfOtherNames() throws Exception {
        var example =
                bareZone(
                        "example",
                        "example NS ns.other",
                        "example NS ns.elsewhere",
                        "x.example A 127.0.0.1");
        var other = zone("other", "ns.other A 127.0.0.1");
        var elsewhere = zone("elsewhere", "ns.elsewhere A 127.0.0.2");
        try (var server = serving(example, other).key(KEY).start();
                var second = serving(example).listen("127.0.0.2", 0).start();
                var resolver = serving(elsewhere).start()) {
            var watching =
                    watching(
                            settings(primary(server, KEY)),
                            ports(address(server), address(second)),
                            SHORT);

            assertUnseen(
                    asking(watching, address(resolver)),
                    it ->
                            it.endsWith(
                                    "name server 'ns.elsewhere': at %s: it has no name '_acme-challenge.www.example' (serial 1)"
                                            .formatted(address(second))));
            assertUnseen(
                    watching,
                    it ->
                            it.endsWith(
                                    "name server 'ns.elsewhere': its address cannot be found: server %s does not answer for 'ns.elsewhere' (REFUSED); there is no resolver to ask"
                                            .formatted(address(server))));
        }
    }

    @Test
    void doesNotWaitForTheAddressOfANameThatHasNone() throws Exception {
        var example = zone("example", "example NS ns2.example");
        try (var server = serving(example).key(KEY).start()) {
            var settings = settings(primary(server, KEY));

            var watching = watching(settings, ports(address(server)), Duration.ofHours(1));

            assertThat(unseen(present(watching)))
                    .isEqualTo(start(server) + "name server 'ns2.example': it has no address");
        }
    }

    @Test
    void takesAddressesFromBesideTheNamesWhereNobodyElseHasThem() throws Exception {
        // Addresses below a cut are not the zone's own.
        var example =
                bareZone(
                        "example",
                        "example NS ns.sub.example",
                        "sub.example NS ns.sub.example",
                        "ns.sub.example A 127.0.0.1");
        try (var server = serving(example).key(KEY).start()) {
            var settings = settings(primary(server, KEY));

            assertThat(present(watching(settings, ports(address(server)), Stage.PATIENCE)))
                    .isEqualTo(new Visible());
        }
    }

    @Test
    void asksNoServerForWhatTheOneWithTheKeyKnows() throws Exception {
        var asked = new AtomicInteger();
        Script counting = line -> asked.addAndGet(line.receive().length);
        try (var stranger = ScriptedPeer.start(counting);
                var server = serving(zone("example")).key(KEY).start()) {
            var settings =
                    settings(
                            primary(
                                    stranger.address(),
                                    Stage.key("k._update.test"),
                                    Stage.PATIENCE),
                            primary(stranger.address(), Stage.key("plain"), Stage.PATIENCE),
                            primary(server, KEY));

            assertThat(present(watching(settings, ports(address(server)), Stage.PATIENCE)))
                    .isEqualTo(new Visible());
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void asksAgainForAnAddressThatCannotBeFoundAtOnce() throws Exception {
        var example = bareZone("example", "example NS ns.elsewhere");
        var elsewhere = zone("elsewhere", "ns.elsewhere A 127.0.0.1");
        var asked = new AtomicInteger();
        try (var server = serving(example).key(KEY).start();
                var knows = serving(elsewhere).start();
                var weary =
                        ScriptedPeer.start(
                                Script.silent(),
                                line -> {
                                    byte[] request = line.receive();
                                    try (var on =
                                            Transport.TCP.open(address(knows), Stage.PATIENCE)) {
                                        line.send(
                                                asked.incrementAndGet() > 4
                                                        ? on.ask(request)
                                                        : MessageCodec.encode(
                                                                Script.message(request)
                                                                        .reply(Rcode.SERVFAIL)));
                                    }
                                })) {
            var settings = asking(settings(primary(server, KEY)), weary.address());

            assertThat(present(watching(settings, ports(address(server)), Stage.PATIENCE)))
                    .isEqualTo(new Visible());
            assertThat(asked).hasValueGreaterThan(4);
        }
    }

    @Test
    void boundsTheNameServersAndAddressesOfAZone() throws Exception {
        var names = IntStream.range(0, 80).mapToObj("example NS n%d.example"::formatted);
        var addresses = IntStream.range(1, 21).mapToObj("n0.example A 127.0.1.%d"::formatted);
        var example = bareZone("example", Stream.concat(names, addresses).toArray(String[]::new));
        var few =
                bareZone(
                        "example",
                        Stream.concat(
                                        Stream.of("example NS n0.example"),
                                        example
                                                .recordSet(
                                                        DomainName.of("n0.example"), RecordType.A)
                                                .stream()
                                                .flatMap(set -> set.data().stream())
                                                .map(data -> "n0.example A " + data.text()))
                                .toArray(String[]::new));
        try (var server = serving(example).key(KEY).start()) {
            var settings = settings(primary(server, KEY));
            var nobody = PortMap.all(FreePort.any());

            assertUnseen(
                    watching(settings, PortMap.NONE, SHORT), it -> it.endsWith("; and 58 more"));
            server.change(state -> state.with(few));
            assertUnseen(
                    watching(settings, nobody, SHORT),
                    it ->
                            it.matches(
                                    "[^,]*(refused by 127.0.1.[0-9]+#[0-9]+(, and connection )?){16}"));
        }
    }

    /// {@return a way on which there is none to an address}
    private static Transport without(InetAddress address, String problem) {
        return (server, timeout) -> {
            if (server.address().equals(address)) {
                throw new SocketException("no reply from %s: %s".formatted(server, problem));
            }
            return Transport.udpThenTcp().open(server, timeout);
        };
    }

    @Test
    void passesOverAKindOfAddressWithoutAWayIfTheNameServerHasAnother() throws Exception {
        var both = zone("example", "ns1.example AAAA ::1");
        try (var server = serving(both).key(KEY).start()) {
            var noWay = without(ip("::1"), "Network is unreachable");
            var ports = new PortMap(Map.of(), server.port());
            var settings = watching(settings(primary(server, KEY)), ports, Stage.PATIENCE);

            assertThat(solver(settings, noWay).present(PROOF, soon())).isEqualTo(new Visible());
            var other =
                    watching(
                            settings(primary(server, KEY)),
                            new PortMap(Map.of(ip("::1"), server.port()), 0),
                            SHORT);
            assertUnseen(
                    other,
                    noWay,
                    PROOF,
                    it ->
                            it.isEqualTo(
                                    start(server)
                                            + "name server 'ns1.example': no reply from %s: Network is unreachable (there is no way to this address from here)"
                                                    .formatted(
                                                            new ServerAddress(
                                                                    ip("::1"), server.port()))));
        }
    }

    @Test
    void doesNotPassOverAHostThatIsNotThere() throws Exception {
        var both = zone("example", "ns1.example AAAA ::1");
        try (var server = serving(both).key(KEY).start()) {
            var settings =
                    watching(settings(primary(server, KEY)), PortMap.all(server.port()), SHORT);

            assertUnseen(
                    settings,
                    without(ip("::1"), "No route to host"),
                    PROOF,
                    it -> it.endsWith("No route to host"));
        }
    }

    @Test
    void endsAtTheDeadlineWhateverTheSettingsSay() throws Exception {
        try (var server = serving(TWO).key(KEY).start();
                var silent = ScriptedPeer.start(Script.silent())) {
            var settings = settings(primary(server, KEY));
            var solver =
                    solver(watching(settings, ports(silent.address()), Duration.ofDays(10_000)));

            // Where the machine has no time for the test, it gets more.
            var time = Duration.ofMillis(150);
            var outcome = solver.present(PROOF, Instant.now().plus(time));
            while (outcome instanceof Presentation.Unpublished
                    && time.compareTo(Stage.PATIENCE) < 0) {
                time = time.multipliedBy(2);
                outcome = solver.present(PROOF, Instant.now().plus(time));
            }
            assertThat(outcome).isInstanceOf(Unseen.class);
        }
    }

    @Test
    void endsWhenInterrupted() throws Exception {
        var asked = new CountDownLatch(1);
        Script silent =
                line -> {
                    line.receive();
                    asked.countDown();
                };
        try (var server = serving(zone("example")).key(KEY).start();
                var peer = ScriptedPeer.start(silent, silent)) {
            var solver =
                    solver(
                            watching(
                                    settings(primary(server, KEY)),
                                    ports(peer.address()),
                                    Stage.PATIENCE));
            var task = new FutureTask<>(() -> solver.present(PROOF, soon()));
            var thread = Thread.ofPlatform().start(task);
            asked.await();
            thread.interrupt();

            assertThat(unseen(task.get()))
                    .isEqualTo(
                            "interrupted while '_acme-challenge.www.example' in zone 'example' at server %s by key 'certifier._update.example' was published"
                                    .formatted(address(server)));
            solver.withdraw(PROOF);
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
        }
    }

    @Test
    void tellsOfAZoneWithoutNameServers() throws Exception {
        try (var server = serving(bareZone("example")).key(KEY).start()) {
            var settings = settings(primary(server, KEY));

            assertUnseen(
                    watching(settings, PortMap.all(53), SHORT),
                    it ->
                            it.endsWith(
                                    "the name servers of zone 'example' cannot be learnt: server %s names none"
                                            .formatted(address(server))));
        }
    }
}
