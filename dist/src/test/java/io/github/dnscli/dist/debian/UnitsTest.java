package io.github.dnscli.dist.debian;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Command;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The units for systemd.
class UnitsTest {

    private static final Path UNITS = Sources.ROOT.resolve("dist/src/main/systemd");

    @TempDir Path folder;

    /// The program is not installed where the tests run; any other will do in its place.
    @ParameterizedTest
    @ValueSource(strings = {"primary", "secondary", "certifier"})
    void areUnderstoodBySystemd(String server) throws Exception {
        var analyze = Tool.installed(Peer.SYSTEMD_ANALYZE);
        var unit = unit(server);
        var run = analyze.run("verify", "--man=no", "--generators=no", unit.toString());
        assertThat(run.errors()).doesNotContain("oserve-");
        assertThat(run.status()).isZero();
    }

    /// What remains is what they are for: the network, the port 53, and code that a JVM writes.
    @ParameterizedTest
    @CsvSource({"primary,15", "secondary,15", "certifier,11"})
    void areExposedAsLittleAsTheirWorkAllows(String server, int tenths) throws Exception {
        var run =
                Tool.installed(Peer.SYSTEMD_ANALYZE)
                        .run(
                                "security",
                                "--offline=true",
                                "--no-pager",
                                "--threshold=" + tenths,
                                unit(server).toString());
        assertThat(run.status()).as(run.output()).isZero();
    }

    private Path unit(String server) throws IOException {
        String name = "oserve-" + server + ".service";
        return Files.writeString(
                folder.resolve(name),
                Files.readString(UNITS.resolve(name))
                        .replace("ExecStart=oserve ", "ExecStart=sh "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary", "secondary", "certifier"})
    void runACommandThatThereIs(String server) throws Exception {
        String unit = Files.readString(UNITS.resolve("oserve-" + server + ".service"));
        assertThat(unit)
                .contains(
                        "ExecStart=oserve %s @/etc/oserve/%s.options\n".formatted(server, server));
        assertThat(new OserveCommand().subcommands())
                .map(Command::spec)
                .anyMatch(spec -> spec.name().equals(server));
    }

    @Test
    void fetchCertificatesOfWhateverHost() throws Exception {
        var analyze = Tool.installed(Peer.SYSTEMD_ANALYZE);
        Files.writeString(
                folder.resolve("otlsa-fetch@.service"),
                Files.readString(UNITS.resolve("otlsa-fetch@.service"))
                        .replace("ExecStart=otlsa-fetch ", "ExecStart=sh "));
        Files.copy(UNITS.resolve("otlsa-fetch@.timer"), folder.resolve("otlsa-fetch@.timer"));
        for (String kind : List.of("service", "timer")) {
            var unit = folder.resolve("otlsa-fetch@www.my-example.com." + kind);
            var run = analyze.run("verify", "--man=no", "--generators=no", unit.toString());
            assertThat(run.errors()).doesNotContain("otlsa-fetch");
            assertThat(run.status()).isZero();
        }
    }

    /// The exposure, which systemd gives from 0 to 10, here times ten.
    @Test
    void areAsConfinedAsCanBe() throws Exception {
        var analyze = Tool.installed(Peer.SYSTEMD_ANALYZE);
        var unit = UNITS.resolve("otlsa-fetch@.service").toString();
        var run = analyze.run("security", "--offline=yes", "--threshold=20", unit);
        assertThat(run.status()).as(run.output()).isZero();
    }
}
