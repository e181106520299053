package io.github.dnscli.dist.recipe;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipe for those who come from another server, followed from `named`.
class FromOtherServersRecipeIT {

    @TempDir private Path folder;
    private Recipe recipe;
    private int oldPort;

    @BeforeEach
    void begin() throws IOException {
        Peer.DIG.require();
        Peer.NSUPDATE.require();
        Files.createDirectories(folder.resolve("var/lib/bind"));
        oldPort = FreePort.any();
        int newPort = FreePort.any();
        recipe =
                Recipe.of("from-other-servers.md")
                        .with("/etc/", folder + "/etc/")
                        .with("/srv/", folder + "/srv/")
                        .with("/var/", folder + "/var/")
                        .with("192.0.2.1:53", "127.0.0.1:" + oldPort)
                        .with("192.0.2.2:53", "127.0.0.1:" + newPort)
                        .with("@192.0.2.1 ", "@127.0.0.1 -p " + oldPort + " ")
                        .with("@192.0.2.2 ", "@127.0.0.1 -p " + newPort + " ")
                        .with("server 192.0.2.2", "server 127.0.0.1 " + newPort);
    }

    @Test
    void leadsFromNamedToGit() throws Exception {
        try (var before = new Session(folder)) {
            startNamed(before);
            recipe.part("Look at what you have").follow(before);
            recipe.part("Stand beside it").follow(before);
            recipe.part("Put the zones into git").follow(before);
            recipe.part("Say who may what").follow(before);
        }
        try (var after = new Session(folder)) {
            recipe.part("Switch").follow(after);
            recipe.part("From Knot").follow(after);
        }
    }

    private void startNamed(Session shell) throws Exception {
        recipe.opening()
                .with(
                        "recursion no;",
                        """
                        recursion no; listen-on port %d { 127.0.0.1; }; listen-on-v6 { none; };
                        pid-file none; lock-file none; session-keyfile none; notify no;
                        """
                                .formatted(oldPort))
                .with("include", "controls { };\ninclude")
                .follow(shell);
        String named = Peer.NAMED.require().toString();
        shell.start(named + " -g -4 -n 1 -c " + folder.resolve("etc/bind/named.conf"));
    }
}
