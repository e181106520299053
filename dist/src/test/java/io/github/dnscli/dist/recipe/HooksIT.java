package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.Git;
import io.github.dnscli.testkit.Peer;
import io.github.dnscli.testkit.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample hooks as they are installed, run by git. `onotify` is one that writes down what it is asked.
class HooksIT {

    private static final Path HOOKS =
            Path.of(System.getProperty("dnscli.image")).resolve("share/hooks");
    private static final String SERVER = "192.0.2.53#5300";
    private static final String MORE = "www A 192.0.2.2\n";
    private static final String BROKEN = "www AAA ::1\n";

    @TempDir private Path home;
    private BareRepository remote;
    private Git operator;

    @BeforeEach
    void begin() throws IOException {
        remote = BareRepository.create(home.resolve("zones of ours.git"));
        remote.git().run("config", "core.hooksPath", HOOKS.toString());
        remote.git().run("config", "oserve.server", SERVER);
        remote.git().run("config", "oserve.key", home.resolve("notify.key").toString());
        var programs = Files.createDirectories(home.resolve("programs"));
        var told = programs.resolve("onotify");
        Files.writeString(
                told,
                """
                #!/bin/sh
                echo "$*" >>'%1$s/asked'
                for zone; do :; done
                grep -q -x "$zone" '%1$s/known' || { echo "server refused"; exit 1; }
                """
                        .formatted(home));
        assertThat(told.toFile().setExecutable(true)).isTrue();
        serves("example.com", "example.net");
        operator =
                remote.clone(home.resolve("work"))
                        .with("PATH", programs + ":" + System.getenv("PATH"));
        operator.commit("example.com", zone(1), "first");
        operator.commit("example.net", zone(1), "second");
        assertThat(push("main").status()).isZero();
        Files.delete(home.resolve("asked"));
    }

    private static String zone(int serial) {
        return """
        $TTL 1h
        @   SOA ns1 hostmaster %d 1d 2h 4w 1h
            NS  ns1
        ns1 A   192.0.2.1
        """
                .formatted(serial);
    }

    private void serves(String... zones) throws IOException {
        Files.write(home.resolve("known"), List.of(zones));
    }

    private Git.Ended push(String... words) throws IOException {
        var line = Stream.concat(Stream.of("push", "-q", "origin"), Stream.of(words));
        return operator.attempt(line.toArray(String[]::new));
    }

    private List<String> asked() throws IOException {
        var file = home.resolve("asked");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private String asking(String zone) {
        return "-q --timeout 5s --key @%s/notify.key %s %s".formatted(home, SERVER, zone);
    }

    @Test
    void aGoodPushIsAcceptedAndTheServerIsTold() throws IOException {
        operator.commit("example.com", zone(2) + MORE, "good");

        assertThat(push("main").error())
                .contains("successfully checked zone example.com", "told " + SERVER);
        assertThat(remote.log()).startsWith("good");
        assertThat(asked()).containsExactly(asking("example.com"));
    }

    @Test
    void aBrokenPushIsRefusedWithFileAndLine() throws IOException {
        operator.commit("example.com", zone(2) + MORE + BROKEN, "broken");

        assertThat(push("main"))
                .satisfies(push -> assertThat(push.status()).isNotZero())
                .extracting(Git.Ended::error)
                .asString()
                .contains("example.com:6:5: error: 'AAA'", "pre-receive: error: not accepted: main")
                .doesNotContain("example.net");
        assertThat(remote.log()).startsWith("second");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aSerialMustMoveForwardEvenByForce() throws IOException {
        operator.commit("example.com", zone(1) + MORE, "forgotten");
        assertThat(push("main").error()).contains("[serial-unchanged]");

        operator.commit("example.com", zone(2) + MORE, "raised");
        assertThat(push("main").status()).isZero();
        assertThat(push("--force", "main~2:main").error()).contains("example.com:2:9: error: ");

        remote.git().run("config", "oserve.ozoneOptions", "--severity serial-went-back=off");
        assertThat(push("--force", "main~2:main").status()).isZero();
        assertThat(asked()).containsExactly(asking("example.com"), asking("example.com"));
    }

    @Test
    void keysAreCheckedAndNotShown() throws IOException {
        operator.commit("_keys", "me._update. DNSKEY 0 3 163 c2Vj!cmV0\n", "key");

        assertThat(push("main").error())
                .contains("_keys:1:", "[key-record]")
                .doesNotContain("c2Vj!cmV0");
    }

    @Test
    void filesMayGoAndMove() throws IOException {
        operator.run("mv", "example.com", "example.com.zone");
        operator.commit("example.com.zone", zone(1) + MORE, "moved");
        assertThat(push("main").error()).contains("example.com.zone:2:9:", "[serial-unchanged]");

        operator.commit("example.com.zone", zone(2) + MORE, "raised");
        operator.run("rm", "-q", "example.net");
        operator.run("commit", "-q", "-m", "gone");
        assertThat(push("main").error()).contains("zone example.net removed");
        assertThat(asked()).containsExactly(asking("example.com"));
    }

    @Test
    void whatTheServerDoesNotReadIsNotItsBusiness() throws IOException {
        operator.commit("attic/example.org", zone(1) + BROKEN, "old");
        operator.commit("notes of mine.txt", "nothing\n", "notes");

        assertThat(push("main").status()).isZero();
        assertThat(asked()).endsWith(asking("example.com"));
    }

    @Test
    void zonesAreCheckedWhosePartsChange() throws IOException {
        operator.commit("parts/hosts", MORE, "part");
        operator.commit("example.com", zone(2) + "$include parts/hosts\n", "whole");
        assertThat(push("main").status()).isZero();

        operator.commit("parts/hosts", MORE + BROKEN, "broken");
        assertThat(push("main").error()).contains("parts/hosts:2:5: error: ");
    }

    @Test
    void onlyFollowedBranchesMatterAndTheyStay() throws IOException {
        operator.commit("example.com", zone(2) + BROKEN, "draft");
        assertThat(push("HEAD:draft").status()).isZero();
        assertThat(push("HEAD:refs/tags/v1", ":draft").status()).isZero();
        assertThat(push(":main").error())
                .contains("'main' is what the name server follows: it cannot be deleted");
        assertThat(asked()).isEmpty();

        remote.git().run("config", "oserve.branch", "*");
        assertThat(push("HEAD:draft", "HEAD~1:refs/heads/older").error())
                .contains("not accepted: draft");
        assertThat(remote.git().attempt("rev-parse", "-q", "--verify", "older").status())
                .isNotZero();
    }

    @Test
    void sizesCanBeLimited() throws IOException {
        remote.git().run("config", "oserve.maxFileSize", "1k");
        operator.commit("logo.png", "x".repeat(1025), "logo");

        assertThat(push("main").error())
                .contains("logo.png has 1025 octets, more than oserve.maxFileSize allows");
    }

    @Test
    void theServersOwnPushesAreNotEchoed() throws IOException {
        String trailer = "Update example.com\n\nDns-Update: 0123456789abcdef 1";
        operator.commit("example.com", zone(2) + MORE, trailer);
        assertThat(push("main").status()).isZero();
        assertThat(asked()).isEmpty();

        operator.commit("example.com", zone(3), trailer);
        operator.commit("example.net", zone(2), "by hand");
        assertThat(push("main").status()).isZero();
        assertThat(asked()).hasSize(1);

        remote.git().run("config", "--add", "oserve.server", "192.0.2.54");
        operator.commit("example.com", zone(4), trailer);
        assertThat(push("main").status()).isZero();
        assertThat(asked()).hasSize(3);
    }

    @Test
    void theServerIsToldByAZoneThatItKnows() throws IOException {
        serves("example.net");
        operator.commit("example.org", zone(1), "new");
        assertThat(push("main").status()).isZero();
        assertThat(asked()).endsWith(asking("example.net")).hasSize(3);

        serves("none");
        operator.commit("example.org", zone(2), "more");
        var push = push("main");
        assertThat(push.status()).isZero();
        assertThat(push.error())
                .contains(
                        "post-receive: warning: "
                                + SERVER
                                + " was not told and will see the change when it polls: server refused");
    }

    @Test
    void aCommitTellsTheServerOfItsWorkTree() throws IOException {
        operator.run("config", "core.hooksPath", HOOKS.toString());
        operator.commit("example.com", zone(2), "nobody to tell");
        assertThat(asked()).isEmpty();

        operator.run("config", "oserve.server", SERVER);
        operator.commit("zones/db.example.net", zone(2), "a change");
        assertThat(asked()).containsExactly("-q --timeout 5s " + SERVER + " example.net");
    }

    @Test
    void nothingBrokenLeavesTheHouse() throws IOException {
        remote.git().run("config", "--unset", "core.hooksPath");
        operator.run("config", "core.hooksPath", HOOKS.toString());
        operator.commit("example.com", zone(2) + BROKEN, "broken");
        var push = push("main");
        assertThat(push.output()).contains("example.com:5:5: error: ");
        assertThat(push.error()).contains("pre-push: error: not accepted: main");
        assertThat(push("--no-verify", "main").status()).isZero();

        operator.commit("example.com", zone(3) + MORE, "mended");
        assertThat(push("main").status()).isZero();
    }

    @Test
    void theHooksWorkOverSsh() throws IOException {
        try (var ssh = SshServer.start()) {
            operator = ssh.reachedBy(operator);
            operator.run("remote", "set-url", "origin", ssh.url(remote.path()));
            operator.commit("example.com", zone(2) + BROKEN, "broken");
            assertThat(push("main").error()).contains("remote: example.com:5:5: error: ");
        }
    }

    @Test
    void aServerIsToldOfPushesAndNotOfItsOwn() throws Exception {
        Peer.DIG.require();
        try (var shell = new Session(home)) {
            shell.writeSecret("notify.key", "me._update:SHA256:" + "c2VjcmV0".repeat(6) + "\n");
            String ready =
                    shell.start(
                            "env PATH=$PWD/programs:$PATH oserve primary --remote 'zones of ours.git'"
                                    + " --state state --keys notify.key --poll 0 --listen 127.0.0.1:0");
            String port = ready.substring(ready.lastIndexOf(':') + 1);
            shell.succeed("oupdate --port " + port + " 127.0.0.1 @notify.key a.example.com ::9");
            await(shell, "oserve status --state state", "updates: 0, commits: 0");
            assertThat(remote.log()).startsWith("Update example.com: add a AAAA");
            assertThat(asked()).isEmpty();

            remote.git().run("config", "oserve.server", "127.0.0.1#" + port);
            operator = operator.with("PATH", System.getenv("PATH"));
            operator.run("pull", "-q");
            String text = Files.readString(home.resolve("work/example.com"));
            operator.commit(
                    "example.com", text.replace("hostmaster 2 ", "hostmaster 3 ") + MORE, "more");
            assertThat(push("main").error()).contains("told 127.0.0.1#" + port);
            await(shell, "dig +short -p " + port + " @127.0.0.1 www.example.com", "192.0.2.2\n");
        }
    }

    private static void await(Session shell, String line, String what) throws Exception {
        var end = Instant.now().plusSeconds(30);
        String seen = shell.type(line).output();
        while (!seen.contains(what) && Instant.now().isBefore(end)) {
            seen = shell.type(line).output();
        }
        assertThat(seen).contains(what);
    }
}
