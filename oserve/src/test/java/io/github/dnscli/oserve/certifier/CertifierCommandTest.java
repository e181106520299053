package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.LoadedAnchors;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertifierCommandTest {

    private static final DomainName MIRAGE = DomainName.of("mirage");
    private static final String KEY =
            "personal._update.mirage:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String ROOT_KEY =
            "all._update:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String STRANGER =
            "stranger._update.mirage:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";

    @TempDir private Path folder;
    private final List<NameServer> servers = new ArrayList<>();
    private final CertificateRequest request = request("foo.mirage");

    @AfterEach
    void stopServers() {
        servers.forEach(NameServer::close);
    }

    @Test
    void answersARequestOnceAndSaysSo() throws Exception {
        var server = start(at("foo.mirage", request.data()));

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
        assertThat(verdict(server, root())).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void answersSeveralRequestsInOnePlaceInOneRun() throws Exception {
        var second = request("a.foo.mirage");
        var server = start(at("foo.mirage", request.data(), second.data()));

        assertThat(once(server).status()).isEqualTo(ExitStatus.YES);
        assertThat(bundle(server).leaves()).hasSize(2);
    }

    @Test
    void issuesForTheLifetimeItIsTold() throws Exception {
        var server = start(at("foo.mirage", request.data()));

        once(server, "--lifetime", "6h");

        assertThat(bundle(server).leaves().getFirst().lifetime().remaining(Instant.now()))
                .isBetween(Duration.ofHours(5), Duration.ofHours(6));
    }

    @Test
    void saysNoToAForeignName() throws Exception {
        var server = start(at("foo.mirage", request("bar.mirage").data()));

        var run = once(server);

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors())
                .contains(
                        "oserve: warning: signing request at '_letsencrypt._tcp.foo.mirage' is refused: it asks for"
                                + " 'bar.mirage', which is neither at nor below 'foo.mirage';");
    }

    @Test
    void saysNoWhenTheServerHasNoSuchZone() throws Exception {
        var run = certify(start(List.of()).port(), KEY, "--zone", "absent", "--once");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).contains("oserve: error: zone 'absent' cannot be read: server ");
    }

    @Test
    void doesNotKnowWhenItsKeyIsNotTaken() throws Exception {
        var run = certify(start(List.of()).port(), STRANGER, "--zone", "mirage", "--once");

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
    void answersWhatComesAndEndsWhenItIsStopped() throws Exception {
        var server = start(List.of());
        try (var certifier =
                new RunningCommand(world(), line(server.port(), KEY, "--zone", "mirage"))) {
            certifier.log().await("zone 'mirage' fetched: serial 1");
            put(server, at("foo.mirage", request.data()));

            certifier.log().await("written to '_letsencrypt._tcp.foo.mirage'");

            assertThat(certifier.stop()).isEqualTo(ExitStatus.YES);
            assertThat(certifier.output().text()).isEmpty();
            assertThat(certifier.log().text())
                    .containsOnlyOnce("issued certificate for")
                    .endsWith("oserve: info: stopped\n");
        }
        assertThat(verdict(server, root())).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void followsAllZonesThatTheServerNames() throws Exception {
        var server = start(at("foo.mirage", request.data()));
        try (var certifier = new RunningCommand(world(), line(server.port(), ROOT_KEY))) {
            certifier.log().await("written to '_letsencrypt._tcp.foo.mirage'");
            var other = DomainName.of("sub.mirage");
            server.change(
                    state ->
                            state.with(
                                    zone(
                                            other,
                                            1,
                                            at("x.sub.mirage", request("x.sub.mirage").data()))));

            certifier.log().await("written to '_letsencrypt._tcp.x.sub.mirage'");
            assertThat(certifier.log().text())
                    .contains("watching all zones of key 'all._update' at ")
                    .contains("zone 'sub.mirage': named by ");
        }
    }

    @Test
    void certifiesOnceAllZonesThatTheServerNames() throws Exception {
        var server = start(at("foo.mirage", request.data()));
        var other = DomainName.of("sub.mirage");
        server.change(
                state ->
                        state.with(
                                zone(
                                        other,
                                        1,
                                        at("x.sub.mirage", request("x.sub.mirage").data()))));

        var run = certify(server.port(), ROOT_KEY, "--once");

        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.errors())
                .contains("written to '_letsencrypt._tcp.foo.mirage'")
                .contains("written to '_letsencrypt._tcp.x.sub.mirage'");
    }

    @Test
    void saysWhenTheServerNamesNoZone() throws Exception {
        var run = certify(FreePort.any(), KEY, "--once", "--timeout", "300ms");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors())
                .containsPattern(
                        "names no zone to key 'personal._update.mirage': connection refused by ")
                .contains("; '--zone' says which to watch\n");
    }

    @Test
    void tellsWhatThereIsToDoAndDoesNothing() throws Exception {
        var server = start(at("foo.mirage", request.data()));

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
    void showsItsCountsByHttp() throws Exception {
        var server = start(at("foo.mirage", request.data()));
        try (var certifier =
                new RunningCommand(
                        world(),
                        line(server.port(), KEY, "--zone", "mirage", "--http", "127.0.0.1:0"))) {
            String log = certifier.log().await("written to '_letsencrypt._tcp.foo.mirage'");
            var at = Pattern.compile("answers HTTP at (\\S+)").matcher(log);
            assertThat(at.find()).isTrue();

            assertThat(get(at.group(1) + "metrics"))
                    .contains("oserve_info{version=")
                    .contains("kind=\"certifier\"")
                    .contains("oserve_certificates_issued_total 1\n")
                    .contains("oserve_zone_serial{zone=\"mirage\"} ");
            assertThat(get(at.group(1) + "healthz")).isEqualTo("ok\n");
        }
    }

    private static String get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void leavesTheStateToWhoWorksOnIt() throws Exception {
        var server = start(at("foo.mirage", request.data()));
        try (var certifier =
                new RunningCommand(world(), line(server.port(), KEY, "--zone", "mirage"))) {
            certifier.log().await("written to");

            var run = once(server);

            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors())
                    .containsPattern(
                            "another certifier, process \\d+, works on '[^']*s'; each needs a state folder of its own\n");
        }
    }

    @Test
    void isToldOfChangesWhereItListens() throws Exception {
        var server = start(at("foo.mirage", request.data()));
        try (var certifier =
                new RunningCommand(
                        world(),
                        line(server.port(), KEY, "--zone", "mirage", "--listen", "127.0.0.1:0"))) {
            certifier.output().await("listening on 127.0.0.1:");
            certifier.log().await("written to '_letsencrypt._tcp.foo.mirage'");
        }
    }

    @Test
    void takesTheWordsOfTheOriginal() throws Exception {
        var server = start(at("foo.mirage", request.data()));

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
        once(start(at("foo.mirage", request.data())));

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
        var server = start(at("foo.mirage", TlsaRole.REQUEST.data(new byte[] {1, 2, 3})));

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

    private static String[] line(int port, String key, String... more) {
        var needed =
                Stream.of(
                        "certifier", "--server", "127.0.0.1#" + port, "--key", key, "--state", "s");
        var authority =
                List.of(more).contains("--ca") ? Stream.<String>of() : Stream.of("--ca", "private");
        return Stream.of(needed, authority, Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private NameServer start(List<ResourceRecord> records) throws IOException {
        var server =
                NameServer.builder()
                        .zone(zone(MIRAGE, 1, records))
                        .key(key(KEY))
                        .key(key(ROOT_KEY))
                        .start();
        servers.add(server);
        return server;
    }

    private static Zone zone(DomainName origin, int serial, List<ResourceRecord> records) {
        var all = new ArrayList<>(records);
        all.add(
                ResourceRecord.of(
                        origin.display(),
                        60,
                        RecordType.SOA,
                        "ns1.mirage. h. %d 60 60 3600 60".formatted(serial)));
        all.add(ResourceRecord.of(origin.display(), 60, RecordType.NS, "ns1.mirage."));
        return Zone.of(origin, all);
    }

    private static void put(NameServer server, List<ResourceRecord> records) {
        server.change(state -> state.with(zone(MIRAGE, 2, records)));
    }

    private static TsigKey key(String text) {
        return switch (KeyText.parse(text)) {
            case ParsedKey.Valid(var key) -> key;
            case ParsedKey.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }

    private static CertificateRequest request(String host) {
        var key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
        return CertificateRequest.create(key, List.of(DomainName.of(host)));
    }

    private static List<ResourceRecord> at(String host, RecordData... data) {
        var owner = new ServiceName(DomainName.of(host)).owner();
        return Stream.of(data).map(d -> new ResourceRecord(owner, new Ttl(60), d)).toList();
    }

    private static TlsaBundle bundle(NameServer server) {
        var owner = new ServiceName(DomainName.of("foo.mirage")).owner();
        var zone = server.state().zone(MIRAGE).orElseThrow();
        return TlsaBundle.of(zone.recordSet(owner, RecordType.TLSA).orElseThrow());
    }

    private Verdict verdict(NameServer server, String root) {
        var anchors =
                switch (TrustAnchors.parse(root, "the root printed")) {
                    case LoadedAnchors.Loaded(var loaded) -> loaded;
                    case LoadedAnchors.Unusable(var problem) -> throw new AssertionError(problem);
                };
        return ChainVerifier.verifyBest(
                bundle(server).chains(), Expectation.of(request, Instant.now(), anchors));
    }
}
