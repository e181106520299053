package io.github.dnscli.oserve.certifier;

import static io.github.dnscli.oserve.certifier.Mirage.KEY;
import static io.github.dnscli.oserve.certifier.Mirage.ROOT_KEY;
import static io.github.dnscli.oserve.certifier.Mirage.at;
import static io.github.dnscli.oserve.certifier.Mirage.line;
import static io.github.dnscli.oserve.certifier.Mirage.put;
import static io.github.dnscli.oserve.certifier.Mirage.request;
import static io.github.dnscli.oserve.certifier.Mirage.verdict;
import static io.github.dnscli.oserve.certifier.Mirage.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.serving.RunningCommand;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A certifier that stays, and zones that the server names.
class WatchingCertifierTest {

    @TempDir private Path folder;
    private final Mirage mirage = new Mirage();
    private final CertificateRequest request = request("foo.mirage");

    @AfterEach
    void stopServers() {
        mirage.close();
    }

    @Test
    void answersWhatComesAndEndsWhenItIsStopped() throws Exception {
        var server = mirage.start(List.of());
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
        assertThat(verdict(server, request, root())).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void followsAllZonesThatTheServerNames() throws Exception {
        var server = mirage.start(at("foo.mirage", request.data()));
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
        var server = mirage.start(at("foo.mirage", request.data()));
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
    void showsItsCountsByHttp() throws Exception {
        var server = mirage.start(at("foo.mirage", request.data()));
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
        var server = mirage.start(at("foo.mirage", request.data()));
        try (var certifier =
                new RunningCommand(world(), line(server.port(), KEY, "--zone", "mirage"))) {
            certifier.log().await("written to");

            var run = once(server);

            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors())
                    .containsPattern(
                            "another certifier, process \\d+, works on '[^']*s'; stop it first, or take a state folder of its own\n");
        }
    }

    @Test
    void isToldOfChangesWhereItListens() throws Exception {
        var server = mirage.start(at("foo.mirage", request.data()));
        try (var certifier =
                new RunningCommand(
                        world(),
                        line(server.port(), KEY, "--zone", "mirage", "--listen", "127.0.0.1:0"))) {
            certifier.output().await("listening on 127.0.0.1:");
            certifier.log().await("written to '_letsencrypt._tcp.foo.mirage'");
        }
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
