package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an acknowledged update goes through when repository and disk do not do as they shall, and what can be had from the
/// past.
class GitTroubleTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final String ZONE =
            """
            $TTL 1h
            @   SOA ns1 hostmaster 7 2h 30m 2w 5m
                NS  ns1 ; only one
            ns1 A   127.0.0.1
            """;

    @TempDir Path folder;
    private GitScene scene;

    @BeforeEach
    void begin() throws IOException {
        String key = RunningPrimary.keyRecord(RunningPrimary.KEY_NAME);
        scene = GitScene.create(folder, Map.of("example.com", ZONE, "_keys", key));
    }

    private static Update addition(String label) {
        return Update.of(ORIGIN)
                .add(ResourceRecord.of(label + ".example.com", 60, RecordType.A, "192.0.2.9"));
    }

    private static void update(RunningPrimary primary, String label) throws IOException {
        assertThat(primary.askSigned(addition(label))).isInstanceOf(Reply.Accepted.class);
    }

    private void awaitLanding(String label) throws IOException {
        scene.await(label, "example.com", text -> text.contains(label));
    }

    private static void tell(RunningPrimary primary) throws IOException {
        assertThat(primary.askSigned(Notify.of(ORIGIN))).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void aForcedPushTakesNoAcknowledgedUpdateAway() throws Exception {
        try (var primary = scene.serve()) {
            update(primary, "early");
            awaitLanding("early");
            var operator = scene.operator();
            operator.write("example.com", ZONE.replace("7 2h", "8 2h") + "ftp A 192.0.2.21\n");
            operator.run("commit", "-q", "-a", "--amend", "-m", "Begin anew");
            operator.run("push", "-q", "--force", "origin", "main");
            tell(primary);
            awaitLanding("early");
            assertThat(scene.read("example.com")).contains("ftp A 192.0.2.21\n", "; only one\n");
            assertThat(scene.remote().log()).contains("Begin anew").doesNotContain("Begin");
            assertThat(primary.log().text()).contains("a push was forced upon the branch");
            primary.answers().await("ftp.example.com");
            assertThat(primary.answers().has("early.example.com")).isTrue();
        }
    }

    @Test
    void aRejectedPushIsKeptAndReportedAndLandsWhenItMay() throws Exception {
        scene.remote().hook("pre-receive", "echo 'no updates on Fridays' >&2; exit 1\n");
        try (var primary = scene.serve()) {
            update(primary, "early");
            assertThat(primary.answers().has("early.example.com")).isTrue();
            assertThat(primary.log().await("not pushed, the commits are kept: "))
                    .contains("no updates on Fridays");
            assertThat(scene.read("example.com")).doesNotContain("early");
            scene.remote().hook("pre-receive", "exit 0\n");
            awaitLanding("early");
        }
    }

    @Test
    void aFullDiskTurnsUpdatesAwayAndLosesNone() throws Exception {
        var log = folder.resolve("log");
        try (var primary = scene.serveApart(log, 0)) {
            assertThat(ask(primary, addition("early"))).isInstanceOf(Reply.Accepted.class);
            awaitLanding("early");
            limitFiles(primary, "1");
            assertThat(ask(primary, addition("refused")))
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            refused -> assertThat(refused.rcode()).isEqualTo(Rcode.SERVFAIL));
            assertThat(new Answers(primary.address()).has("refused.example.com")).isFalse();
            assertThat(new Answers(primary.address()).has("early.example.com")).isTrue();
            limitFiles(primary, "unlimited");
            assertThat(ask(primary, addition("late"))).isInstanceOf(Reply.Accepted.class);
            awaitLanding("late");
            primary.kill();
        }
        try (var primary = scene.serve()) {
            assertThat(primary.answers().has("early.example.com")).isTrue();
            assertThat(primary.answers().has("late.example.com")).isTrue();
            assertThat(primary.answers().has("refused.example.com")).isFalse();
        }
    }

    /// Whatever it was writing just then.
    @RepeatedTest(100)
    @Tag("slow")
    void startsAgainWhenItWasKilledJustAsAPushLanded() throws Exception {
        var log = folder.resolve("log");
        try (var primary = scene.serveApart(log, 0)) {
            assertThat(ask(primary, addition("early"))).isInstanceOf(Reply.Accepted.class);
            awaitLanding("early");
            primary.kill();
        }
        try (var primary = scene.serve()) {
            assertThat(primary.answers().has("early.example.com")).isTrue();
        }
    }

    private static Reply ask(PrimaryProcess primary, Update update) throws IOException {
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        primary.address(),
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new Random())) {
            return exchange.ask(update, RunningPrimary.key(RunningPrimary.KEY_NAME));
        }
    }

    /// For a process that may not write, a disk is full.
    private void limitFiles(PrimaryProcess primary, String octets) throws IOException {
        String pid = Long.toString(primary.pid());
        assertThat(Peers.run(folder, "", Peer.PRLIMIT, "--pid", pid, "--fsize=" + octets + ":"))
                .isEqualTo(new Peers.Ran(0, ""));
    }
}
