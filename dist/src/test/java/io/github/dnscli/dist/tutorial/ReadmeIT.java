package io.github.dnscli.dist.tutorial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.recipe.Recipe;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows, from its first line to its last, typed into a shell.
class ReadmeIT {

    private static final List<String> KEYS = List.of("operator", "webhost", "certifier");

    /// The zone that the README begins with, before anything is typed.
    private static final String ZONE =
            """
            $TTL 3600
            @    SOA  ns1 hostmaster 1 7200 900 1209600 300
                 NS   ns1
            ns1  A    127.0.0.1
            www  A    192.0.2.1   ; the web server
            """;

    @TempDir private Path folder;

    @Test
    void showsWhatHappens() throws Exception {
        Peer.OPENSSL.require();
        var readme = new Recipe(Files.readString(Sources.ROOT.resolve("README.md")));
        try (var shell = new Session(folder)) {
            prepare(shell);
            readme.with("5300", FreePort.any()).follow(shell);
        }
    }

    private static void prepare(Session shell) throws Exception {
        shell.succeed("git init -q --bare -b main zones.git && git clone -q zones.git zones");
        var lines = new ArrayList<String>();
        for (String holder : KEYS) {
            String name = holder + "._update.example.test";
            String secret = secret(holder);
            shell.writeSecret(holder + ".key", name + ":SHA256:" + secret + "\n");
            lines.add(name + ". DNSKEY 0 3 163 " + secret);
        }
        shell.writeSecret("zones/example.test._keys", String.join("\n", lines) + "\n");
        shell.write("zones/example.test", ZONE);
        shell.succeed("git -C zones add . && git -C zones commit -qm zones");
    }

    private static String secret(String holder) {
        var octets = (holder + "-secret-of-32-octets-or-more").getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(octets);
    }
}
