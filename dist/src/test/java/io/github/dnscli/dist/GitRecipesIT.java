package io.github.dnscli.dist;

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
        }
    }
}
