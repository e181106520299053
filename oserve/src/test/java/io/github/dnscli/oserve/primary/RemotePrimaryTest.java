package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Request;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.serving.RunningServer;
import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A primary whose zones are in a repository, as the command line starts it.
class RemotePrimaryTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final String ZONE =
            """
            $TTL 1h
            @   SOA ns1 hostmaster 7 2h 30m 2w 5m ; first
                NS  ns1
            ns1 A   127.0.0.1
            """;

    @TempDir Path folder;
    private BareRepository remote;
    private Git work;

    @BeforeEach
    void create() throws IOException {
        remote = BareRepository.create(folder.resolve("remote"));
        work = remote.clone(folder.resolve("work"));
    }

    private void push(String file, String text) throws IOException {
        Files.writeString(work.folder().resolve(file), text);
        work.run("add", file);
        work.run("commit", "-q", "-m", "Write " + file);
        work.run("push", "-q", "origin", "HEAD:main");
    }

    private Path keys() throws IOException {
        RunningPrimary.writeKey(folder, RunningPrimary.KEY_NAME);
        return folder.resolve("_keys");
    }

    private String[] arguments(String... more) throws IOException {
        var all =
                new ArrayList<>(
                        List.of(
                                "primary",
                                "--remote",
                                remote.path() + "#main",
                                "--state",
                                folder.resolve("state").toString(),
                                "--keys",
                                keys().toString(),
                                "--poll",
                                "0"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private RunningServer start() throws IOException {
        return RunningServer.of(arguments("--listen", "127.0.0.1:0"));
    }

    private static Reply askSigned(RunningServer server, Request request) throws IOException {
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        server.address(),
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new Random())) {
            return exchange.ask(request, RunningPrimary.key(RunningPrimary.KEY_NAME));
        }
    }

    private static Reply add(RunningServer server, String name) throws IOException {
        return askSigned(
                server,
                Update.of(ORIGIN)
                        .add(
                                ResourceRecord.of(
                                        name + ".example.com", 60, RecordType.A, "192.0.2.9")));
    }

    private static boolean knows(RunningServer server, String name) throws IOException {
        return server.ask(DomainName.of(name), RecordType.A) instanceof Reply.Accepted(var message)
                && !message.answers().isEmpty();
    }

    @Test
    void servesWhatIsPushedAndPushesWhatIsUpdated() throws Exception {
        push("example.com", ZONE);
        try (var server = start()) {
            assertThat(knows(server, "ns1.example.com")).isTrue();
            assertThat(add(server, "new")).isInstanceOf(Reply.Accepted.class);
            assertThat(knows(server, "new.example.com")).isTrue();
            server.log().await("pushed");
            assertThat(remote.read("main", "example.com"))
                    .contains("192.0.2.9", "hostmaster 8 2h 30m 2w 5m ; first");
            work.run("pull", "-q", "--rebase", "origin", "main");
            push("example.org", ZONE);
            assertThat(askSigned(server, Notify.of(ORIGIN))).isInstanceOf(Reply.Accepted.class);
            server.log().await("zone 'example.org' loaded");
            assertThat(knows(server, "ns1.example.org")).isTrue();
        }
    }

    @Test
    void keepsAnUpdateThatItDoesNotPush() throws Exception {
        push("example.com", ZONE);
        try (var server = RunningServer.of(arguments("--listen", "127.0.0.1:0", "--no-push"))) {
            assertThat(add(server, "new")).isInstanceOf(Reply.Accepted.class);
            server.log().await("committed");
        }
        assertThat(remote.read("main", "example.com")).isEqualTo(ZONE);
        try (var again = start()) {
            assertThat(knows(again, "new.example.com")).isTrue();
            again.log().await("pushed");
        }
        assertThat(remote.read("main", "example.com")).contains("192.0.2.9");
    }

    @Test
    void waitsForZonesInARepositoryWithoutAny() throws Exception {
        push("README.md", "# Zones to come\n");
        try (var server = start()) {
            server.log().await("the repository holds no zone that can be served");
            push("example.com", ZONE);
            // Refused, as the zone is not there yet; but heard.
            assertThat(askSigned(server, Notify.of(ORIGIN))).isInstanceOf(Reply.Refused.class);
            server.log().await("zone 'example.com' loaded");
            assertThat(knows(server, "ns1.example.com")).isTrue();
        }
    }

    @Test
    void letsGoOfEverythingWhenItCannotStart() throws Exception {
        push("example.com", ZONE);
        try (var busy = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String taken = "127.0.0.1:" + busy.getLocalPort();
            var run =
                    CommandRun.of(new OserveCommand(), World.real(), arguments("--listen", taken));
            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).contains("cannot listen on 127.0.0.1 port");
        }
        try (var server = start()) {
            assertThat(knows(server, "ns1.example.com")).isTrue();
        }
    }

    @Test
    void doesNotShareItsState() throws Exception {
        push("example.com", ZONE);
        try (var _ = start()) {
            var run =
                    CommandRun.of(
                            new OserveCommand(),
                            World.real(),
                            arguments("--listen", "127.0.0.1:0"));
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).contains(folder.resolve("state").toString());
        }
    }
}
