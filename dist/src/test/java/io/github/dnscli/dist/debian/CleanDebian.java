package io.github.dnscli.dist.debian;

import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A Debian without Java and with no network but loopback, into which the package is installed. Whatever is done there is forgotten
/// when the run ends.
///
/// @param folder a folder that it sees as `/test`, where it finds scripts and leaves what shall stay
record CleanDebian(Path folder) {

    /// Where `.ci/run` has made it, and keeps it.
    private static final Path BASE =
            Path.of(System.getenv().getOrDefault("DNSCLI_DEBIAN", "/var/cache/dns-cli/debian"));

    private static final Path DEB = Path.of(System.getProperty("dnscli.deb"));

    /// Boots systemd there, which runs a script when all is up, and then stops.
    ///
    /// @return what the script printed
    String boot(String script) throws IOException, InterruptedException {
        write("script.sh", script);
        write(
                "trial.service",
                """
                [Unit]
                Requires=basic.target
                After=basic.target
                SuccessAction=poweroff-force
                FailureAction=poweroff-force

                [Service]
                Type=oneshot
                Environment=HOME=/root
                WorkingDirectory=/root
                ExecStart=/bin/sh /test/script.sh
                StandardOutput=file:/test/output
                StandardError=inherit
                """);
        var unit = folder.resolve("trial.service") + ":/run/systemd/system/trial.service";
        var booted =
                container(unit)
                        .run("systemd.unit=trial.service", "systemd.condition-first-boot=no");
        var output = folder.resolve("output");
        if (Files.notExists(output)) {
            throw new AssertionError(
                    "systemd did not start:\n" + booted.output() + booted.errors());
        }
        return Files.readString(output);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Tool container(String unit) {
        var command =
                List.of(
                        Peer.SYSTEMD_NSPAWN.require().toString(),
                        "--quiet",
                        "--boot",
                        "--directory=" + base(),
                        "--volatile=overlay",
                        "--private-network",
                        "--register=no",
                        "--keep-unit",
                        "--bind=" + folder + ":/test",
                        "--bind-ro=" + DEB + ":/dns-cli.deb",
                        "--bind-ro=" + unit);
        return new Tool(command, Map.of("PATH", Tool.path()), Duration.ofMinutes(3));
    }

    private static Path base() {
        if (!Files.isWritable(BASE.resolve("etc/debian_version"))) {
            Peer.miss(
                    "no Debian to write to in '"
                            + BASE
                            + "': .ci/run makes one, and it takes root");
        }
        return BASE;
    }
}
