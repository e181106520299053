package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.oserve.serving.RunningCommand;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.PebblePlan;
import io.github.dnscli.testkit.PebbleServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From `ocertify` to `otlsa-fetch` with an authority that speaks ACME, looks at our primary for the proofs, insists on all
/// rules, and turns some good nonces away.
class AcmeRoadTest {

    private static final int NONCES_TURNED_AWAY = 15;

    @TempDir static Path folder;
    private static Town town;
    private static PebbleServer authority;
    private static RunningCommand certifier;
    private static Host host;

    @BeforeAll
    static void open() throws IOException {
        var alone = Town.open(folder);
        authority = PebbleServer.start(alone.server(), PebblePlan.PLAIN.strict(NONCES_TURNED_AWAY));
        town =
                alone.certifiedBy(
                        authority, "--name-server-port", Integer.toString(alone.server().port()));
        host = town.host("host", Town.EVERYBODY);
        certifier = town.certifier();
    }

    @AfterAll
    static void close() throws IOException {
        if (certifier != null) {
            certifier.close();
        }
        if (authority != null) {
            authority.close();
        }
        if (town != null) {
            town.close();
        }
    }

    private static String name(String label) {
        return label + "." + Town.ZONE;
    }

    private static CommandRun certify(List<String> names, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        names.stream().skip(1).forEach(name -> arguments.addAll(List.of("--additional", name)));
        return host.certify(names.getFirst(), arguments.toArray(String[]::new));
    }

    /// The certificate is there, for those names, and nothing is left of the way to it.
    private static void certified(List<String> names, CommandRun run) throws Exception {
        assertThat(run.status()).as(run + certifier.log().text()).isEqualTo(ExitStatus.YES);
        String first = names.getFirst();
        assertThat(host.fetch(first).status()).isEqualTo(ExitStatus.YES);
        assertThat(host.folder().resolve("fetched-" + first + ".pem"))
                .hasSameTextualContentAs(host.folder().resolve(first + ".pem"));
        var leaf = town.place(first).accepted(town.root());
        assertThat(OriginalPlace.names(leaf)).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            String bare = name.startsWith("*.") ? name.substring(2) : name;
            Patience.until("the end of the proof of " + name, () -> town.proofs(bare).isEmpty());
        }
    }

    private static void walk(List<String> names, String... more) throws Exception {
        certified(names, certify(names, more));
    }

    @Test
    void oneName() throws Exception {
        walk(List.of(name("one")));
    }

    @Test
    void aNameAndItsWildcard() throws Exception {
        walk(List.of(name("apex"), name("*.apex")));
    }

    @Test
    void theZoneItselfAndItsWildcard() throws Exception {
        walk(List.of(Town.ZONE, "*." + Town.ZONE));
    }

    @Test
    void tenNames() throws Exception {
        walk(IntStream.range(0, 10).mapToObj(i -> name("n" + i + ".ten")).toList());
    }

    @Test
    void twoSiblingsInOneCertificate() throws Exception {
        var names = List.of(name("a.pair"), name("b.pair"));
        walk(names);
        assertThat(town.place(names.getLast()).leaves())
                .isEqualTo(town.place(names.getFirst()).leaves());
    }

    @Test
    void twoSiblingsAtTheSameTime() throws Exception {
        var siblings = Stream.of("left.twins", "right.twins").map(AcmeRoadTest::name).toList();
        var runs = siblings.stream().map(host::certifying).toList();
        for (int i = 0; i < siblings.size(); i++) {
            certified(List.of(siblings.get(i)), runs.get(i).join());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"p256", "p384", "p521", "ed25519"})
    void everyCurveThatTheAuthorityTakes(String type) throws Exception {
        walk(List.of(name(type)), "--type", type);
    }

    @Test
    void keysOfRsa() throws Exception {
        walk(List.of(name("rsa")), "--type", "rsa", "--bits", "2048");
    }
}
