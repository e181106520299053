package io.github.dnscli.osh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.Tmux;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The shell in a real terminal.
@Timeout(120)
class TerminalTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("update._update.example.com"),
                    TsigAlgorithm.SHA256,
                    "a secret that guards nothing".getBytes(StandardCharsets.US_ASCII));
    private static final String SECRET = Base64.getEncoder().encodeToString(KEY.secret());

    @TempDir private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("update.key"), KEY.name() + ":SHA256:" + SECRET + "\n");
        // An editor that spoils the zone the first time, and adds a record later.
        Files.writeString(
                folder.resolve("editor"),
                """
                if [ -e spoilt ]; then echo 'new A 192.0.2.9' >>"$1"; else echo 'www CNAME ns1' >>"$1"; fi
                touch spoilt
                """);
    }

    private static NameServer server() throws IOException {
        return NameServer.builder()
                .zone(
                        Zone.of(
                                ORIGIN,
                                List.of(
                                        record(
                                                "",
                                                RecordType.SOA,
                                                "ns1 admin 1 7200 900 1209600 300"),
                                        record("", RecordType.NS, "ns1.example.com."),
                                        record("ns1.", RecordType.A, "127.0.0.1"),
                                        record("www.", RecordType.A, "192.0.2.1"))))
                .key(KEY)
                .listen("127.0.0.1", 0)
                .start();
    }

    private static ResourceRecord record(String name, RecordType type, String data) {
        return ResourceRecord.of(name + "example.com", 3600, type, data);
    }

    private Tmux shell(String terminal) throws IOException {
        Files.writeString(
                folder.resolve("java.options"),
                "-XX:TieredStopAtLevel=1\n-XX:+UseSerialGC\n-cp\n%s\n%s\n"
                        .formatted(
                                System.getProperty("java.class.path"), OshCommand.class.getName()));
        return Tmux.start(
                folder,
                Map.of(
                        "HOME",
                        folder.toString(),
                        "XDG_STATE_HOME",
                        folder.resolve("state").toString(),
                        "EDITOR",
                        "sh editor",
                        "VISUAL",
                        ""),
                "TERM=%s '%s/bin/java' @java.options"
                        .formatted(terminal, System.getProperty("java.home")));
    }

    private String history() throws IOException {
        return Files.readString(folder.resolve("state").resolve("dns-cli").resolve("history"));
    }

    @Test
    void anOperatorWorksOnAZone() throws Exception {
        try (var server = server();
                var shell = shell("screen")) {
            String prompt =
                    "example.com @127.0.0.1#%d (key update._update.example.com)>"
                            .formatted(server.port());
            shell.await("osh>");
            shell.enter("use @127.0.0.1#" + server.port() + " key @update.key");
            shell.await("@127.0.0.1#" + server.port() + " (key update._update.example.com)>");
            shell.type("use zone ex");
            shell.complete("use zone example.com");
            shell.press("Enter");
            shell.await("\n" + prompt);
            shell.type("oupdate ww");
            shell.complete("oupdate www");
            shell.enter("192.0.2.7");
            shell.await("\nsuccessful and signed update!\n" + prompt);
            shell.enter("zone edit");
            shell.await("edit again? [Y/n]");
            shell.enter("n");
            shell.await("\n[1] " + prompt);
            shell.enter("zone edit");
            shell.await("[y/N/e to edit again]");
            shell.enter("y");
            shell.await("\n" + prompt);
            shell.enter("dig --short new");
            shell.await("192.0.2.9\n" + prompt);
            shell.enter("watch");
            shell.await("Ctrl-C ends it");
            shell.press("C-c");
            shell.await("^C\n[130] " + prompt);
            shell.resize(60, 20);
            shell.enter("use key other:SHA256:" + SECRET);
            shell.await("(key other)>");
            assertThat(history()).contains("use key other:SHA256:SECRET\n").doesNotContain(SECRET);
            shell.type("no such");
            shell.press("C-c");
            shell.await("no such\nexample.com @127.0.0.1#%d (key other)>".formatted(server.port()));
            // Between two lines the key is lost.
            Patience.until(
                    "the end of the shell",
                    () -> {
                        shell.press("C-d");
                        return endsSoon(shell, "[exit status: 0]");
                    });
        }
    }

    @Test
    void commandsReadWhatIsTyped() throws Exception {
        try (var shell = shell("screen")) {
            shell.await("osh>");
            shell.enter("ozone --zone-name=example.com -");
            shell.enter("@ 5 CNAME");
            shell.await("\n@ 5 CNAME");
            // Between two lines the key is lost.
            Patience.until(
                    "the end of what is typed",
                    () -> {
                        shell.press("C-d");
                        return endsSoon(shell, "says more\n[1] osh>");
                    });
        }
    }

    private static boolean endsSoon(Tmux shell, String text) throws IOException {
        try {
            Patience.until(text, Duration.ofSeconds(3), () -> shell.screen().endsWith(text));
            return true;
        } catch (AssertionError _) {
            return false;
        }
    }

    @Test
    void terminalsThatCanDoLittleWillDo() throws Exception {
        try (var shell = shell("dumb")) {
            shell.await("osh>");
            shell.enter("use zone example.org");
            shell.await("example.org>");
            shell.press("C-d");
            shell.await("[exit status: 0]");
            assertThat(shell.screen()).doesNotContain("WARNING", "dumb terminal");
        }
    }
}
