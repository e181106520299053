package io.github.dnscli.dist.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.Peer;
import io.github.dnscli.testkit.RealServer;
import io.github.dnscli.testkit.Remote;
import io.github.dnscli.testkit.ServerPlan;
import io.github.dnscli.testkit.SshServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tutorial of the original about zones in git, step by step: a repository that is reached by ssh, two secondaries of
/// others, an operator who pushes, programs that update.
public class GitTutorialIT {

    private static final DomainName MIRAGE = DomainName.of("mirage");
    private static final DomainName ROBUR = DomainName.of("robur");
    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final TsigKey TRANSFER_KEY =
            new TsigKey(
                    DomainName.of("secondaries._transfer"),
                    TsigAlgorithm.SHA256,
                    Base64.getDecoder().decode(SECRET));

    @TempDir private Path folder;
    private SshServer ssh;
    private Session shell;
    private int port;
    private int namedPort;
    private int knotPort;
    private final List<RealServer> secondaries = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        Peer.DIG.require();
        Peer.NSUPDATE.require();
        Peer.GIT.require();
        Peer.SSH.require();
        ssh = SshServer.start();
        shell = new Session(folder);
        port = FreePort.any();
        namedPort = FreePort.any();
        knotPort = FreePort.any();
    }

    @AfterEach
    void stop() throws IOException {
        for (var server : secondaries) {
            server.close();
        }
        shell.close();
        ssh.close();
    }

    @Test
    void zonesLiveInGit() throws Exception {
        makeTheRepository();
        serve();
        startSecondaries();
        pushAChange();
        updateFromAProgram();
        addAKey();
        addAZone();
        removeAZone();
        seeWhatHappened();
    }

    private static String zone(DomainName origin, int serial) {
        return """
        $ORIGIN %s.
        $TTL 3600
        @   SOA ns1 hostmaster %d 86400 7200 1048576 3600 ; by hand
        @   NS  ns1
        ns1 A   127.0.0.1
        """
                .formatted(origin.display(), serial);
    }

    private static String keyRecord(String name) {
        return name + ". DNSKEY 0 3 163 " + SECRET + "\n";
    }

    /// Git, let in by the server with its key.
    private String git(String words) throws Exception {
        return shell.succeed(
                "GIT_SSH_COMMAND='ssh -F none -o IdentitiesOnly=yes -i %s -o UserKnownHostsFile=%s' git -C zones %s"
                        .formatted(ssh.clientKey(), ssh.knownHosts(), words));
    }

    private void makeTheRepository() throws Exception {
        var remote = BareRepository.create(shell.file("zones.git"));
        remote.hook(
                "post-receive",
                """
                while read -r old new ref; do
                  %s -q --port=%d --key=%s 127.0.0.1 mirage || exit 0
                done
                """
                        .formatted(Session.command("onotify"), port, key("git._notify")));
        Files.createDirectory(shell.file("zones"));
        git("clone -q %s .".formatted(ssh.url(remote.path())));
        shell.write("zones/README.md", "# Our zones\n");
        shell.write("zones/mirage", zone(MIRAGE, 1));
        shell.write("zones/mirage._keys", keyRecord("personal._update.mirage"));
        shell.write("zones/_keys", keyRecord("git._notify") + keyRecord("secondaries._transfer"));
        assertThat(shell.succeed("ozone zones/mirage"))
                .isEqualTo("successfully checked zone mirage\n");
        push("Zone mirage");
    }

    private void push(String message) throws Exception {
        git("add -A");
        git("commit -q -m '%s'".formatted(message));
        git("push -q origin HEAD:main");
    }

    private static String key(String name) {
        return name + ":SHA256:" + SECRET;
    }

    private void serve() throws Exception {
        shell.start(
                """
                oserve primary --remote %s#main --ssh-key %s --authenticator %s --state state \
                --listen 127.0.0.1:%d --no-notify \
                --notify 127.0.0.1#%d=secondaries._transfer --notify 127.0.0.1#%d=secondaries._transfer
                """
                        .formatted(
                                ssh.url(shell.file("zones.git")),
                                ssh.clientKey(),
                                ssh.fingerprint(),
                                port,
                                namedPort,
                                knotPort));
        assertThat(dig(port, "mirage any")).contains("SOA", "NS", "127.0.0.1");
    }

    private void startSecondaries() throws Exception {
        var primary = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        var from = Remote.of(primary, TRANSFER_KEY);
        var plan =
                ServerPlan.EMPTY.key(TRANSFER_KEY).secondary(MIRAGE, from).secondary(ROBUR, from);
        secondaries.add(NamedServer.start(plan.at(namedPort)));
        secondaries.add(KnotServer.start(plan.at(knotPort)));
        awaitEverywhere("mirage SOA", " 1 86400 ");
    }

    private String dig(int server, String question) throws Exception {
        return shell.succeed("dig -p %d @127.0.0.1 +norec %s".formatted(server, question));
    }

    /// Waits until the primary and both secondaries answer like that.
    private void awaitEverywhere(String question, String answer) throws Exception {
        for (int server : List.of(port, namedPort, knotPort)) {
            Patience.until(
                    question + " at port " + server, () -> dig(server, question).contains(answer));
        }
    }

    private void pushAChange() throws Exception {
        shell.write("zones/mirage", zone(MIRAGE, 2) + "www CNAME ns1\n");
        push("Add www");
        awaitEverywhere("www.mirage CNAME", "CNAME\tns1.mirage.");
    }

    private void updateFromAProgram() throws Exception {
        shell.succeed(
                "oupdate --port=%d 127.0.0.1 %s my-other.mirage 1.2.3.4"
                        .formatted(port, key("personal._update.mirage")));
        awaitEverywhere("my-other.mirage A", "1.2.3.4");
        pullUntil("my-other");
        assertThat(Files.readString(shell.file("zones/mirage")))
                .contains("3 86400 7200 1048576 3600 ; by hand\n", "www CNAME ns1\n");
        assertThat(git("log -1 --format='%an: %s'"))
                .startsWith("personal._update.mirage: ")
                .contains("my-other");
    }

    /// The operator pulls until a word stands in the file.
    private void pullUntil(String word) throws Exception {
        Patience.until(
                word + " in git",
                () -> {
                    git("pull -q --rebase origin main");
                    return Files.readString(shell.file("zones/mirage")).contains(word);
                });
    }

    private void addAKey() throws Exception {
        shell.write(
                "zones/mirage._keys",
                keyRecord("personal._update.mirage") + keyRecord("laptop._update.mirage"));
        push("A key for the laptop");
        shell.write(
                "batch",
                "server 127.0.0.1 %d\nzone mirage\nupdate add laptop.mirage 60 A 192.0.2.7\nsend\n"
                        .formatted(port));
        Patience.until("the key", () -> shell.type(nsupdate()).status() == 0);
        awaitEverywhere("laptop.mirage A", "192.0.2.7");
        pullUntil("laptop");
        assertThat(git("log -1 --format=%an")).isEqualTo("laptop._update.mirage\n");
    }

    private static String nsupdate() {
        return "nsupdate -y hmac-sha256:laptop._update.mirage:" + SECRET + " batch";
    }

    private void addAZone() throws Exception {
        shell.write("zones/robur", zone(ROBUR, 10));
        push("Zone robur");
        awaitEverywhere("robur SOA", " 10 86400 ");
    }

    private void removeAZone() throws Exception {
        git("rm -q robur");
        push("Zone robur is no more");
        Patience.until("the end of robur", () -> dig(port, "robur SOA").contains("REFUSED"));
        assertThat(dig(port, "mirage SOA")).contains("NOERROR");
    }

    private void seeWhatHappened() throws Exception {
        assertThat(git("ls-files").lines())
                .containsExactly("README.md", "_keys", "mirage", "mirage._keys");
        assertThat(git("log --format='%an: %s'")).doesNotContain(SECRET);
        assertThat(secondaries.getFirst().output()).contains("Transfer status: success");
        assertThat(secondaries.getLast().output()).contains("IXFR, incoming");
    }
}
