package io.github.dnscli.oserve.certifier;

import static io.github.dnscli.oserve.certifier.Mirage.KEY;
import static io.github.dnscli.oserve.certifier.Mirage.at;
import static io.github.dnscli.oserve.certifier.Mirage.bundle;
import static io.github.dnscli.oserve.certifier.Mirage.line;
import static io.github.dnscli.oserve.certifier.Mirage.request;
import static io.github.dnscli.oserve.certifier.Mirage.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertifierCommandTest {

    private static final String STRANGER =
            "stranger._update.mirage:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";

    @TempDir private Path folder;
    private final Mirage mirage = new Mirage();
    private final CertificateRequest request = request("foo.mirage");

    @AfterEach
    void stopServers() {
        mirage.close();
    }

    @Test
    void answersARequestOnceAndSaysSo() throws Exception {
        var server = mirage.start(at("foo.mirage", request.data()));

        var first = once(server);
        var again = once(server);

        assertThat(first.status()).isEqualTo(ExitStatus.YES);
        assertThat(first.output()).isEmpty();
        assertThat(first.errors())
                .containsPattern(
                        "oserve: info: watching 'mirage' at 127.0.0.1#\\d+; certificates are issued by the private"
                                + " authority 'CN=dns-cli root [0-9a-f]{8}'\n")
                .contains("oserve: info: zone 'mirage' read: serial 1, 1 signing request\n")
                .containsPattern(
                        "oserve: info: issued certificate for 'foo.mirage' \\(serial [0-9a-f]+, until \\S+\\): there is"
                                + " no certificate yet\n")
                .endsWith(
                        """
                        oserve: info: certificate for 'foo.mirage' written to '_letsencrypt._tcp.foo.mirage'
                        oserve: info: zone 'mirage' read: serial 2, 1 signing request
                        """);
        assertThat(again.status()).isEqualTo(ExitStatus.YES);
        assertThat(again.errors()).doesNotContain("issued certificate for");
        assertThat(verdict(server, request, root())).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void answersSeveralRequestsInOnePlaceInOneRun() throws Exception {
        var second = request("a.foo.mirage");
        var server = mirage.start(at("foo.mirage", request.data(), second.data()));

        assertThat(once(server).status()).isEqualTo(ExitStatus.YES);
        assertThat(bundle(server).leaves()).hasSize(2);
    }

    @Test
    void issuesForTheLifetimeItIsTold() throws Exception {
        var server = mirage.start(at("foo.mirage", request.data()));

        once(server, "--lifetime", "6h");

        assertThat(bundle(server).leaves().getFirst().lifetime().remaining(Instant.now()))
                .isBetween(Duration.ofHours(5), Duration.ofHours(6));
    }

    @Test
    void saysNoToAForeignName() throws Exception {
        var server = mirage.start(at("foo.mirage", request("bar.mirage").data()));

        var run = once(server);

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors())
                .contains(
                        "oserve: warning: signing request at '_letsencrypt._tcp.foo.mirage' is refused: it asks for"
                                + " 'bar.mirage', which is neither at nor below 'foo.mirage';");
    }

    @Test
    void saysNoWhenTheServerHasNoSuchZone() throws Exception {
        var run = certify(mirage.start(List.of()).port(), KEY, "--zone", "absent", "--once");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).contains("oserve: error: zone 'absent' cannot be read: server ");
    }

    @Test
    void doesNotKnowWhenItsKeyIsNotTaken() throws Exception {
        var run = certify(mirage.start(List.of()).port(), STRANGER, "--zone", "mirage", "--once");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).contains("BADKEY");
    }

    @Test
    void doesNotKnowWhenNobodyListens() throws Exception {
        var run = certify(FreePort.any(), KEY, "--zone", "mirage", "--once");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors())
                .contains("oserve: error: zone 'mirage' cannot be read: connection refused by ")
                .doesNotContain("trying again");
    }

    @ParameterizedTest
    @CsvSource({"silent, no reply from", "closing, before a reply", "garbage, cannot be read"})
    void doesNotKnowWhenTheServerMisbehaves(String manner, String words) throws Exception {
        var script =
                switch (manner) {
                    case "silent" -> Script.silent();
                    case "closing" -> Script.closing();
                    default -> Script.answering(_ -> new byte[] {1, 2, 3});
                };
        try (var peer = ScriptedPeer.start(script)) {
            var run =
                    certify(
                            peer.address().port(),
                            KEY,
                            "--zone",
                            "mirage",
                            "--once",
                            "--timeout",
                            "300ms");

            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).contains(words);
        }
    }

    @Test
    void tellsWhatThereIsToDoAndDoesNothing() throws Exception {
        var server = mirage.start(at("foo.mirage", request.data()));

        var run = certify(server.port(), KEY, "--zone", "mirage", "--dry-run");

        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.output())
                .isEqualTo(
                        "would order a certificate for 'foo.mirage' and write it to '_letsencrypt._tcp.foo.mirage': there is"
                                + " no certificate yet\n");
        assertThat(bundle(server).leaves()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesTheWordsOfTheOriginal() throws Exception {
        var server = mirage.start(at("foo.mirage", request.data()));

        var run =
                CommandRun.of(
                        new OserveCommand(),
                        world(),
                        "certifier",
                        "--dns-server=127.0.0.1",
                        "--port=" + server.port(),
                        "--keys=" + KEY,
                        "--zone=mirage",
                        "--ca=private",
                        "--state=s",
                        "--once");

        assertThat(run.status()).isEqualTo(ExitStatus.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server", "--state", "--key"})
    void wantsAllItNeeds(String option) {
        var arguments = new ArrayList<>(List.of(line(53, KEY, "--zone", "mirage")));
        int at = arguments.indexOf(option);
        arguments.subList(at, at + 2).clear();

        var run = CommandRun.of(new OserveCommand(), world(), arguments.toArray(String[]::new));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors())
                .isEqualTo(
                        "oserve: error: option '%s' is missing\noserve: hint: try 'oserve certifier --help'\n"
                                .formatted(option));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "--lifetime, 4m, '--lifetime is 4m, where 5m to 825d are in use'",
        "--lifetime, 826d, '--lifetime is 826d, where 5m to 825d are in use'",
        "--interval, 0, --interval is shorter than 100ms",
        "--ca, nobody, for option '--ca': it is none of 'private'",
        "--ca, http://example.com/directory, nor the https URL of an ACME directory",
    })
    void wantsTimesAndAuthoritiesWithinReason(String option, String value, String words)
            throws Exception {
        var run = certify(53, KEY, "--zone", "mirage", option, value);

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).contains(words);
    }

    @Test
    void printsTheRootAndNothingElse() throws Exception {
        var run = CommandRun.of(new OserveCommand(), world(), "certifier", "root", "--state", "s");

        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).startsWith("-----BEGIN CERTIFICATE-----\n").doesNotContain("KEY");
        assertThat(root()).isEqualTo(run.output());
    }

    @Test
    void keepsItsKeysToItself() throws Exception {
        once(mirage.start(at("foo.mirage", request.data())));

        assertThat(mode("s")).isEqualTo("rwx------");
        assertThat(mode("s/root.pem")).isEqualTo("rw-------");
        assertThat(mode("s/intermediate.pem")).isEqualTo("rw-------");
    }

    @Test
    void makesOneAuthorityWhenSeveralProcessesAsk() throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            processes.add(rootProcess());
        }
        for (var process : processes) {
            var root = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).isZero();
            assertThat(new String(root, StandardCharsets.US_ASCII)).isEqualTo(root());
        }
    }

    private Process rootProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OserveCommand.class.getName(),
                        "certifier",
                        "root",
                        "--state",
                        folder.resolve("s").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense"})
    void doesNotReplaceADamagedRoot(String content) throws Exception {
        root();
        Files.writeString(folder.resolve("s/root.pem"), content);

        var root = CommandRun.of(new OserveCommand(), world(), "certifier", "root", "--state", "s");
        var run = certify(53, KEY, "--zone", "mirage", "--once");

        for (var each : List.of(root, run)) {
            assertThat(each.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(each.output()).isEmpty();
            assertThat(each.errors()).contains("the root of the authority is damaged: ");
        }
        assertThat(folder.resolve("s/root.pem")).hasContent(content);
    }

    @Test
    void saysWhenTheStateFolderCannotBe() throws Exception {
        Files.writeString(folder.resolve("s"), "a file");

        var run = certify(53, KEY, "--zone", "mirage", "--once");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).startsWith("oserve: error: '").contains("/s'");
    }

    @Test
    void saysWhatABrokenRequestIs() throws Exception {
        var server = mirage.start(at("foo.mirage", TlsaRole.REQUEST.data(new byte[] {1, 2, 3})));

        var run = once(server);

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors())
                .contains(
                        "oserve: warning: signing request at '_letsencrypt._tcp.foo.mirage' is refused: it is not DER\n");
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private String root() {
        return CommandRun.of(new OserveCommand(), world(), "certifier", "root", "--state", "s")
                .output();
    }

    private World world() {
        return World.real().withDirectory(folder);
    }

    private CommandRun once(NameServer server, String... more) {
        var arguments =
                Stream.concat(Stream.of("--zone", "mirage", "--once"), Stream.of(more))
                        .toArray(String[]::new);
        return certify(server.port(), KEY, arguments);
    }

    private CommandRun certify(int port, String key, String... more) {
        return CommandRun.of(new OserveCommand(), world(), line(port, key, more));
    }
}
