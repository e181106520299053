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
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certifier.challenge.Presentation.Unpublished;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.key.ChangeAction;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights.Grant;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is left behind, and who takes it away.
class TidyTest {

    private final MemoryStore store = new MemoryStore();

    @Test
    void removesWhatAnEarlierProcessLeft() throws Exception {
        var foreign = zone("example", "_acme-challenge.www.example TXT foreign");
        try (var server = serving(foreign).key(KEY).start()) {
            var settings = settings(primary(server, KEY));
            var proofs = List.of(proof("www.example", "a"), proof("mail.example", "b"));
            solver(settings, store).present(proofs, soon());

            var successor = solver(settings, store);
            successor.tidy();

            assertThat(texts(address(server), CHALLENGE)).containsExactly("foreign");
            assertThat(texts(address(server), DomainName.of("_acme-challenge.mail.example")))
                    .isEmpty();
            assertThat(store.names("challenges")).isEmpty();
            successor.tidy();
        }
    }

    @Test
    void leavesWhatIsInUse() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var settings = settings(primary(server, KEY));
            solver(settings, store).present(List.of(proof("www.example", "old")), soon());
            var successor = solver(settings, store);
            successor.present(List.of(proof("www.example", "new")), soon());

            successor.tidy();

            assertThat(texts(address(server), CHALLENGE)).containsExactly("new");
        }
    }

    @Test
    void withdrawsWhatAnEarlierProcessPresented() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var settings = settings(primary(server, KEY));
            var proofs = List.of(proof("www.example", "a"), proof("www.example", "b"));
            solver(settings, store).present(proofs, soon());

            solver(settings, store).withdraw(List.of(proofs.getFirst()));

            assertThat(texts(address(server), CHALLENGE)).containsExactly("b");
            assertThat(store.names("challenges")).hasSize(1);
        }
    }

    /// An update that was lost on its way back: the server has it, and nobody heard so.
    @Test
    void writesDownFirstWhatMayBeTakenUnheard() throws Exception {
        var written = new AtomicInteger();
        try (var server = serving(zone("example")).key(KEY).start();
                var mute =
                        ScriptedPeer.start(
                                line -> {
                                    try (var on =
                                            Transport.TCP.open(address(server), Stage.PATIENCE)) {
                                        byte[] update = line.receive();
                                        written.set(store.names("challenges").size());
                                        on.ask(update);
                                    }
                                })) {
            var settings = settings(primary(mute.address(), KEY, Stage.PATIENCE));
            var proofs = List.of(proof("www.example", "value"));

            assertThat(solver(inZone(settings, "example"), store).present(proofs, soon()))
                    .isInstanceOfSatisfying(
                            Unpublished.class,
                            it ->
                                    assertThat(it.problem())
                                            .endsWith(
                                                    "connection closed by %s before a reply"
                                                            .formatted(mute.address())));
            assertThat(written).hasValue(1);
            assertThat(texts(address(server), CHALLENGE)).containsExactly("value");
            assertThat(store.names("challenges")).hasSize(1);
        }
    }

    @Test
    void remembersWhatCannotBeRemovedNow() throws Exception {
        int port = FreePort.any();
        var solver =
                solver(
                        settings(
                                primary(
                                        new ServerAddress(Stage.ip("127.0.0.1"), port),
                                        KEY,
                                        Stage.PATIENCE)),
                        store);
        var proofs = List.of(proof("www.example", "value"));
        var example = zone("example");
        try (var server = serving(example).key(KEY).listen("127.0.0.1", port).start()) {
            solver.present(proofs, soon());
            example = server.state().zone(DomainName.of("example")).orElseThrow();
        }

        assertThatThrownBy(() -> solver.withdraw(proofs))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "cannot remove '_acme-challenge.www.example' in zone 'example' at server 127.0.0.1#%1$d by key 'certifier._update.example': connection refused by 127.0.0.1#%1$d; it is tried again as long as 'challenges/%2$s' is in the state"
                                .formatted(port, store.names("challenges").getFirst()));
        assertThatThrownBy(solver::tidy).hasMessageStartingWith("cannot remove ");

        try (var server = serving(example).key(KEY).listen("127.0.0.1", port).start()) {
            solver.tidy();
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
            assertThat(store.names("challenges")).isEmpty();
        }
    }

    @Test
    void tellsOfAServerThatIsConfiguredNoMore() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start();
                var other = serving(zone("example")).key(KEY).start()) {
            solver(settings(primary(server, KEY)), store)
                    .present(List.of(proof("www.example", "value")), soon());
            String id = store.names("challenges").getFirst();

            assertThatThrownBy(() -> solver(settings(primary(other, KEY)), store).tidy())
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "'_acme-challenge.www.example TXT \"value\"' in zone 'example' at server %s was left behind, and there is no such server with key 'certifier._update.example' or another for it any more: name the server and the key again, or delete the record by hand and then 'challenges/%s' in the state"
                                    .formatted(address(server), id));
            assertThatThrownBy(
                            () ->
                                    solver(settings(primary(server, key("k._update.test"))), store)
                                            .tidy())
                    .hasMessageContaining("no such server");
        }
    }

    @Test
    void usesAnotherKeyForTheNameWhereTheOldOneIsGone() throws Exception {
        var fresh = key("fresh._update.example");
        try (var server = serving(zone("example")).key(KEY).key(fresh).start()) {
            solver(settings(primary(server, KEY)), store)
                    .present(List.of(proof("www.example", "value")), soon());

            solver(settings(primary(server, fresh)), store).tidy();

            assertThat(texts(address(server), CHALLENGE)).isEmpty();
            assertThat(store.names("challenges")).isEmpty();
        }
    }

    @Test
    void tellsOfARecordThatItMayNotRemove() throws Exception {
        var adder = key("adder");
        var grant =
                new Grant(
                        new NamePattern.Exact(adder.name()),
                        KeyOperation.UPDATE,
                        new NamePattern.Tree(DomainName.of("example")),
                        Set.of(RecordType.TXT),
                        Set.of(ChangeAction.ADD),
                        List.of());
        try (var server = serving(zone("example")).key(adder).grant(grant).start()) {
            var solver = solver(settings(primary(server, adder)), store);
            var proofs = List.of(proof("www.example", "value"));
            solver.present(proofs, soon());

            assertThatThrownBy(() -> solver.withdraw(proofs))
                    .hasMessageStartingWith("cannot remove '_acme-challenge.www.example' in zone")
                    .hasMessageContaining("by key 'adder': server answers ");
            assertThat(store.names("challenges")).hasSize(1);

            server.change(state -> state.with(zone("example")));
            solver.tidy();
            assertThat(store.names("challenges")).isEmpty();
        }
    }

    /// Cannot read one of its texts.
    private record WornStore(MemoryStore kept, String unreadable) implements StateStore {

        @Override
        public Optional<String> read(String name) throws IOException {
            if (name.equals(unreadable)) {
                throw new IOException("'%s' cannot be read".formatted(name));
            }
            return kept.read(name);
        }

        @Override
        public void write(String name, String text) {
            kept.write(name, text);
        }

        @Override
        public void remove(String name) {
            kept.remove(name);
        }

        @Override
        public List<String> names(String folder) {
            return kept.names(folder);
        }
    }

    @Test
    void removesTheRestWhereSomeCannotBeRead() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var settings = settings(primary(server, KEY));
            solver(settings, store).present(List.of(proof("www.example", "value")), soon());
            store.write("challenges/0", "anything");
            store.write("challenges/f", "anything");
            var worn =
                    new DnsSolver(
                            settings,
                            new WornStore(store, "challenges/f"),
                            Transport.udpThenTcp(),
                            InstantSource.system(),
                            new Random());

            assertThatThrownBy(worn::tidy)
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "'challenges/0' in the state does not tell of a challenge; remove it; 'challenges/f' cannot be read");
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
            assertThat(store.names("challenges")).containsExactly("0", "f");
        }
    }

    @Test
    void removesTheRestWhereOneServerIsDown() throws Exception {
        var there = key("certifier._update.test");
        try (var server = serving(zone("example")).key(KEY).start();
                var silent = ScriptedPeer.start(Script.silent())) {
            var gone = serving(zone("test")).key(there).start();
            var settings = settings(primary(gone, there), primary(server, KEY));
            solver(settings, store)
                    .present(List.of(proof("www.test", "a"), proof("www.example", "b")), soon());
            gone.close();

            assertThatThrownBy(() -> solver(settings, store).tidy())
                    .hasMessageContaining("in zone 'test'")
                    .hasMessageContaining("connection refused");
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
            assertThat(store.names("challenges")).hasSize(1);

            var impatient = primary(silent.address(), KEY, Duration.ofMillis(50));
            assertThatCode(() -> solver(settings(impatient), new MemoryStore()).tidy())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void readsNothingButWhatItWrites() {
        var placed =
                new PlacedProof(
                        new ServerAddress(Stage.ip("2001:db8::1"), 5353),
                        DomainName.of("key"),
                        DomainName.of("zone"),
                        DomainName.of("a\\032b.zone"),
                        proof("www.zone", "v=1; a b"));
        String text = PlacedProofText.write(placed);

        assertThat(PlacedProofText.read(text)).contains(placed);
        assertThat(PlacedProofText.id(placed)).matches("[0-9a-f]{32}");
        for (var line : text.lines().toList()) {
            assertThat(PlacedProofText.read(text.replace(line, ""))).isEmpty();
            String word = line.split(" ")[0];
            assertThat(PlacedProofText.read(text.replace(line, word + " "))).isEmpty();
        }
        assertThat(PlacedProofText.read(text.replace("2001:db8:0:0:0:0:0:1", "localhost")))
                .isEmpty();
        assertThat(PlacedProofText.read(text.replace("5353", "70000"))).isEmpty();
        assertThat(PlacedProofText.read("")).isEmpty();
    }

    @Test
    void takesPrintableTextsOnlyForProofs() {
        assertThatThrownBy(() -> proof("www.example", "a\nb"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proof("www.example", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proof("www.example", "a".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
