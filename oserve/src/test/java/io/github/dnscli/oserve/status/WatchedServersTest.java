package io.github.dnscli.oserve.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.serving.RunningServer;
import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.Git;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A primary whose zones are in a repository, a secondary that follows it, and what both show of themselves.
@Timeout(120)
class WatchedServersTest {

    private static final Pattern HTTP = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final byte[] BODY =
            "{\"ref\":\"refs/heads/main\"}".getBytes(StandardCharsets.US_ASCII);

    @TempDir Path folder;
    private BareRepository remote;
    private Git operator;

    @BeforeEach
    void begin() throws IOException {
        remote = BareRepository.create(folder.resolve("remote"));
        operator = remote.clone(folder.resolve("operator"));
        push("example.com", zone(1));
    }

    private static String zone(long serial) {
        return """
        @ 60 SOA ns1 admin %d 3600 600 86400 60
        @ 60 NS ns1
        ns1 60 A 127.0.0.2
        """
                .formatted(serial);
    }

    private void push(String file, String text) throws IOException {
        Files.writeString(operator.folder().resolve(file), text);
        operator.run("add", "--all");
        operator.run("commit", "-q", "-m", "edit");
        operator.run("push", "-q", "origin", "HEAD:main");
    }

    private RunningServer primary(String... more) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "geheim\n");
        var words =
                Stream.concat(
                        Stream.of(
                                "primary",
                                "--remote",
                                remote.path() + "#main",
                                "--state",
                                folder.resolve("primary").toString(),
                                "--listen",
                                "127.0.0.1:0",
                                "--axfr",
                                "--poll",
                                "0",
                                "--http",
                                "0",
                                "--hook-secret",
                                secret.toString()),
                        Stream.of(more));
        return RunningServer.of(words.toArray(String[]::new));
    }

    private CommandRun status(String server, String... more) {
        var words =
                Stream.concat(
                        Stream.of("status", "--state", folder.resolve(server).toString()),
                        Stream.of(more));
        return CommandRun.of(
                new OserveCommand(),
                World.real().withEnvironment(Map.of()),
                words.toArray(String[]::new));
    }

    private static URI at(RunningServer server, String path) {
        var match = HTTP.matcher(server.log().await("http://127.0.0.1:"));
        assertThat(match.find()).isTrue();
        return URI.create(match.group()).resolve(path);
    }

    private static int hook(RunningServer server) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("geheim".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        var request =
                HttpRequest.newBuilder(at(server, "hook"))
                        .header(
                                "X-Hub-Signature-256",
                                "sha256=" + HexFormat.of().formatHex(mac.doFinal(BODY)))
                        .POST(BodyPublishers.ofByteArray(BODY));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void showHowTheyStand() throws Exception {
        try (var primary = primary();
                var secondary =
                        RunningServer.of(
                                "secondary",
                                "--primary",
                                primary.address().toString(),
                                "--zone",
                                "example.com",
                                "--state",
                                folder.resolve("secondary").toString(),
                                "--listen",
                                "127.0.0.1:0")) {
            secondary.log().await("zone 'example.com' fetched: serial 1 ");
            Patience.until(
                    "the transfer is told", () -> status("primary").output().contains("1 0s ago"));
            assertThat(status("primary"))
                    .satisfies(run -> assertThat(run.status()).isEqualTo(ExitStatus.YES))
                    .satisfies(
                            run ->
                                    assertThat(run.output())
                                            .contains(
                                                    "remote     "
                                                            + remote.path()
                                                            + "#main, at commit ")
                                            .containsPattern(
                                                    "example\\.com +1 +\\d+ +example\\.com\n"));
            assertThat(status("secondary", "--json"))
                    .satisfies(run -> assertThat(run.status()).isEqualTo(ExitStatus.YES))
                    .satisfies(
                            run ->
                                    assertThat(run.output())
                                            .contains(
                                                    "\"kind\": \"secondary\"",
                                                    "\"serial\": 1,",
                                                    "\"expiry\": "));
        }
        assertThat(status("primary").status()).isEqualTo(ExitStatus.UNKNOWN);
    }

    @Test
    void followPushesThatAWebHookTellsOf() throws Exception {
        try (var primary = primary()) {
            push("example.com", zone(2));
            assertThat(hook(primary)).isEqualTo(202);
            primary.log().await("zone 'example.com' reloaded: serial 1 -> 2");
            push("example.com", zone(3) + "www A nowhere\n");
            assertThat(hook(primary)).isEqualTo(202);
            primary.log().await("zone 'example.com' stays as it was, at serial 2");
            assertThat(status("primary"))
                    .satisfies(run -> assertThat(run.status()).isEqualTo(ExitStatus.NO))
                    .satisfies(
                            run ->
                                    assertThat(run.output())
                                            .contains(
                                                    "! zone 'example.com' has errors, serial 2 is served: example.com:4:"));
        }
    }

    @Test
    void logObjectsForPrograms() throws Exception {
        try (var primary = primary("--log-format", "json")) {
            at(primary, "");
            primary.stop();
            assertThat(primary.log().text().lines())
                    .isNotEmpty()
                    .allMatch(
                            line -> line.matches("\\{\"time\": \"2.*Z\",\"level\": \"[a-z]+\",.*}"))
                    .anyMatch(line -> line.contains("\"event\": \"zone-served\""))
                    .anyMatch(line -> line.contains("\"event\": \"stopped\""));
        }
    }
}
