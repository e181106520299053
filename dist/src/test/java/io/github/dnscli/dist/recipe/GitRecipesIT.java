package io.github.dnscli.dist.recipe;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipes for those who keep zones in git, followed.
class GitRecipesIT {

    private static final Path IMAGE = Path.of(System.getProperty("dnscli.image"));

    private static final String ZONE =
            """
            $TTL 1h
            @    SOA  ns1 hostmaster 1 1d 2h 4w 1h
                 NS   ns1
            ns1  A    192.0.2.1
            """;

    @TempDir private Path folder;

    @BeforeEach
    void begin() {
        Peer.GIT.require();
    }

    @Test
    void hooks() throws Exception {
        Peer.DIG.require();
        Peer.OPENSSL.require();
        int port = FreePort.any();
        Files.createDirectories(folder.resolve("etc/oserve"));
        try (var shell = new Session(folder)) {
            Recipe.of("git-hooks.md")
                    .with("/srv", folder.resolve("srv"))
                    .with("/etc", folder.resolve("etc"))
                    .with("/opt/dns-cli", IMAGE)
                    .with("dig +short", "dig +short -p " + port)
                    .with(
                            "--listen 127.0.0.1:53",
                            "--poll 0 --state state --listen 127.0.0.1:" + port)
                    .with("server 127.0.0.1", "server 127.0.0.1#" + port)
                    .with("told 127.0.0.1", "told 127.0.0.1#" + port)
                    .with("notify.key 127.0.0.1", "notify.key 127.0.0.1#" + port)
                    .follow(shell);
            shell.succeed("find .git -type l -delete"); // JUnit warns of links out of its folder
        }
    }

    @Test
    void preCommit() throws Exception {
        Peer.PRE_COMMIT.require();
        try (var shell = new Session(folder)) {
            shell.succeed("git init -q -b main hooks && git init -q -b main");
            Files.copy(
                    Sources.ROOT.resolve(".pre-commit-hooks.yaml"),
                    shell.file("hooks/.pre-commit-hooks.yaml"));
            shell.succeed("cd hooks && git add . && git commit -qm hooks && git tag v0.1.0");
            shell.write("example.com", ZONE);
            Recipe.of("pre-commit.md")
                    .with("https://git.example.net/dns-cli", folder.resolve("hooks"))
                    .follow(shell);
        }
    }

    @Test
    void continuousIntegration() throws Exception {
        Peer.JQ.require();
        try (var shell = new Session(folder)) {
            shell.write("example.com", ZONE);
            shell.succeed("git init -q -b main && git add . && git commit -qm zone");
            shell.succeed(
                    "git clone -q --bare . origin.git && git remote add origin $PWD/origin.git");
            Recipe.of("ci.md").follow(shell);
        }
    }
}
