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
import io.github.dnscli.common.key.ChangeAction;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights.Grant;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /// {@return a script that passes requests on as long as a server is up, and then closes connections}
    private static Script upOrDown(NameServer server, AtomicBoolean up) {
        return line -> {
            try (var on = Transport.TCP.open(address(server), Stage.PATIENCE)) {
                byte[] request = line.receive();
                while (up.get()) {
                    line.send(on.ask(request));
                    request = line.receive();
                }
            }
        };
    }

    @Test
    void remembersWhatCannotBeRemovedNow() throws Exception {
        var up = new AtomicBoolean(true);
        try (var server = serving(zone("example")).key(KEY).start();
                var door = ScriptedPeer.start(upOrDown(server, up))) {
            var solver = solver(settings(primary(door.address(), KEY, Stage.PATIENCE)), store);
            var proofs = List.of(proof("www.example", "value"));
            assertThat(solver.present(proofs, soon())).isEqualTo(new Visible());

            up.set(false);
            assertThatThrownBy(() -> solver.withdraw(proofs))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "cannot remove '_acme-challenge.www.example' in zone 'example' at server %1$s by key 'certifier._update.example': connection closed by %1$s before a reply; it is tried again as long as 'challenges/%2$s' is in the state"
                                    .formatted(
                                            door.address(), store.names("challenges").getFirst()));
            assertThatThrownBy(solver::tidy).hasMessageStartingWith("cannot remove ");
            assertThat(texts(address(server), CHALLENGE)).containsExactly("value");

            up.set(true);
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

    @Test
    void removesTheRestWhereSomeCannotBeRead() throws Exception {
        try (var server = serving(zone("example")).key(KEY).start()) {
            var settings = settings(primary(server, KEY));
            solver(settings, store).present(List.of(proof("www.example", "value")), soon());
            store.write("challenges/0", "anything");
            store.write("challenges/f", "anything");
            var worn = solver(settings, new WornStore(store, 2, "challenges/f"));

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
        var up = new AtomicBoolean(true);
        try (var server = serving(zone("example")).key(KEY).start();
                var other = serving(zone("test")).key(there).start();
                var door = ScriptedPeer.start(upOrDown(other, up))) {
            var settings =
                    settings(primary(door.address(), there, Stage.PATIENCE), primary(server, KEY));
            var proofs = List.of(proof("www.test", "a"), proof("www.example", "b"));
            assertThat(solver(settings, store).present(proofs, soon())).isEqualTo(new Visible());

            up.set(false);
            assertThatThrownBy(() -> solver(settings, store).tidy())
                    .hasMessageContaining("in zone 'test'")
                    .hasMessageContaining("connection closed");
            assertThat(texts(address(server), CHALLENGE)).isEmpty();
            assertThat(store.names("challenges")).hasSize(1);
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
        assertThat(PlacedProofText.read("no\n".repeat(4000) + text)).isEmpty();
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
