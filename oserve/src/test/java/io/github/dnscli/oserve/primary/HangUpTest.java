package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.testkit.Peer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SIGHUP, sent to a server that is a process of its own and has its options from a file.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class HangUpTest {

    private static final String ZONE =
            "$TTL 1h\n@ SOA ns1 admin 7 2h 30m 2w 5m\n  NS ns1\nns1 A 192.0.2.1\n";
    private static final DomainName PLAIN_KEY = DomainName.of("certbot");

    @TempDir Path folder;

    private Process serve() throws IOException {
        Files.createDirectories(folder.resolve("zones"));
        Files.writeString(folder.resolve("zones/example.com"), ZONE);
        RunningPrimary.writeKey(folder, PLAIN_KEY);
        Files.writeString(folder.resolve("policy"), "# nothing yet\n");
        Files.writeString(
                folder.resolve("options"),
                "--zones zones\n--listen 127.0.0.1:0\n--keys _keys --policy policy\n");
        return new ProcessBuilder(
                        // A build that nohup runs would have its children deaf to it.
                        "env",
                        "--default-signal=HUP",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OserveCommand.class.getName(),
                        "primary",
                        "@options")
                .directory(folder.toFile())
                .start();
    }

    private static String awaitLine(BufferedReader lines, String wanted) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(wanted)) {
                return line;
            }
        }
        throw new AssertionError("'" + wanted + "' was never said");
    }

    private Peers.Ran update(String port) throws IOException {
        return Peers.run(
                folder,
                "server 127.0.0.1 " + port + "\nupdate add new.example.com 60 A 192.0.2.9\nsend\n",
                Peer.NSUPDATE,
                "-y",
                RunningPrimary.keyText(PLAIN_KEY));
    }

    @Test
    void readsZonesKeysAndThePolicyAgain() throws Exception {
        var server = serve();
        try (var output = server.inputReader();
                var log = server.errorReader()) {
            String port = awaitLine(output, "listening on").replaceFirst(".*:", "");
            assertThat(update(port).output()).contains("REFUSED");
            Files.writeString(
                    folder.resolve("policy"), "grant certbot update *.example.com types A\n");
            Files.writeString(folder.resolve("zones/example.com"), ZONE.replace(" 7 ", " 8 "));
            new ProcessBuilder("kill", "-HUP", Long.toString(server.pid())).start().waitFor();
            awaitLine(log, "told to read everything again");
            awaitLine(log, "zone 'example.com' reloaded: serial 7 -> 8");
            assertThat(update(port)).isEqualTo(new Peers.Ran(0, ""));
        } finally {
            server.destroyForcibly();
        }
    }
}
