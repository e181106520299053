package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipe for a hidden primary and its secondaries, followed: each has an address of the loopback, and all one port, but
/// for BIND, which listens only on addresses that an interface is told of.
class SecondariesRecipeIT {

    @TempDir private Path folder;
    private Recipe recipe;
    private String port;
    private String namedPort;

    @BeforeEach
    void begin() throws IOException {
        Peer.DIG.require();
        port = Integer.toString(FreePort.any());
        namedPort = Integer.toString(FreePort.any());
        for (String needed :
                List.of("var/cache/bind", "var/lib/knot", "var/lib/nsd", "run", "etc/oserve")) {
            Files.createDirectories(folder.resolve(needed));
        }
        recipe =
                Recipe.of("secondaries.md")
                        .with("/etc/", folder + "/etc/")
                        .with("/srv/", folder + "/srv/")
                        .with("/var/", folder + "/var/")
                        .with("192.0.2.1 @", "127.0.0.1#" + port + " @")
                        .with("192.0.2.1 example.com\n", "127.0.0.1#" + port + " example.com\n")
                        .with("192.0.2.1 key", "127.0.0.1 port " + port + " key")
                        .with("=s._transfer", "#" + port + "=s._transfer")
                        .with(":53", ":" + port)
                        .with("@53", "@" + port)
                        .with("dig +short", "dig +short -p " + port)
                        .with("--notify 192.0.2.11#" + port, "--notify 127.0.0.1#" + namedPort)
                        .with("-p " + port + " @192.0.2.11", "-p " + namedPort + " @127.0.0.1")
                        .with("192.0.2.", "127.0.0.");
    }

    @Test
    void allFollowAndOutliveThePrimary() throws Exception {
        try (var secondaries = new Session(folder)) {
            try (var primary = new Session(folder)) {
                recipe.part("The zones").follow(primary);
                recipe.part("The primary").follow(primary);
                startNamed(secondaries);
                startKnot(secondaries);
                startNsd(secondaries);
                recipe.part("Ours").follow(secondaries);
                recipe.part("See that all follow").follow(secondaries);
                recipe.part("A new zone").follow(secondaries);
            }
            assertThat(dig(secondaries, namedPort, 1)).isEqualTo("203.0.113.80\n");
            for (int last = 12; last <= 14; last++) {
                assertThat(dig(secondaries, port, last)).isEqualTo("203.0.113.80\n");
            }
        }
    }

    private static String dig(Session shell, String port, int last) throws Exception {
        return shell.succeed("dig +short -p %s @127.0.0.%d www.example.com".formatted(port, last));
    }

    /// What a package's own configuration says of ports and folders is for the test to say.
    private void startNamed(Session shell) throws Exception {
        String named = Peer.NAMED.require().toString();
        recipe.part("BIND")
                .with(
                        "recursion no;",
                        """
                        recursion no;
                        listen-on port %s { 127.0.0.1; }; listen-on-v6 { none; };
                        pid-file none; lock-file none; session-keyfile none; dnssec-validation no;
                        """
                                .formatted(namedPort))
                .with("key \"s._transfer\" {", "controls { };\nkey \"s._transfer\" {")
                .follow(shell);
        shell.start(named + " -g -4 -n 1 -c " + folder.resolve("etc/bind/named.conf"));
    }

    private void startKnot(Session shell) throws Exception {
        String knotd = Peer.KNOTD.require().toString();
        recipe.part("Knot")
                .with(
                        "key:\n  - id",
                        """
                          rundir: %1$s/run
                        database:
                          storage: %1$s/var/lib/knot
                          journal-db-max-size: 64M
                        log:
                          - target: stderr
                            any: info
                        key:
                          - id"""
                                .formatted(folder))
                .follow(shell);
        shell.start(knotd + " -c " + folder.resolve("etc/knot/knot.conf"));
    }

    private void startNsd(Session shell) throws Exception {
        String nsd = Peer.NSD.require().toString();
        recipe.part("NSD")
                .with(
                        "key:\n  name",
                        """
                          username: ""
                          database: ""
                          pidfile: "%1$s/nsd.pid"
                          xfrdfile: "%1$s/xfrd.state"
                          xfrdir: "%1$s"
                          zonelistfile: "%1$s/zones.list"
                          verbosity: 1
                        remote-control:
                          control-enable: no
                        key:
                          name"""
                                .formatted(folder.resolve("run")))
                .follow(shell);
        shell.start(nsd + " -d -c " + folder.resolve("etc/nsd/nsd.conf"));
    }
}
