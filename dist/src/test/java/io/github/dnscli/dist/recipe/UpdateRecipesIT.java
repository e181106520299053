package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.PebbleServer;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipes for programs of others that change zones, followed.
class UpdateRecipesIT {

    private static final String ZONE =
            """
            $TTL 1h
            @        SOA   ns1 hostmaster 1 1d 2h 4w 1h
                     NS    ns1
            ns1      A     127.0.0.1
            www      A     127.0.0.1
            old.lab  CNAME www
            """;

    @TempDir private Path folder;
    private int port;
    private Session shell;

    @BeforeEach
    void begin() throws IOException {
        Peer.DIG.require();
        port = FreePort.any();
        Files.createDirectories(folder.resolve("etc/oserve"));
        shell = new Session(folder);
        shell.write("srv/zones/example.com", ZONE);
    }

    @AfterEach
    void end() {
        shell.close();
    }

    private Recipe here(Recipe recipe) {
        return recipe.with("/srv", folder.resolve("srv"))
                .with("/etc", folder.resolve("etc"))
                .with("192.0.2.1:53", "127.0.0.1:" + port)
                .with("dig +short @192.0.2.1", "dig +short -p %d @127.0.0.1".formatted(port));
    }

    @Test
    void ansible() throws Exception {
        Peer.ANSIBLE_PLAYBOOK.require();
        here(Recipe.of("ansible.md"))
                .with("server: 192.0.2.1", "server: 127.0.0.1\n      port: " + port)
                .with("oupdate 192.0.2.1", "oupdate 127.0.0.1#" + port)
                .follow(shell);
        assertThat(Files.readString(shell.file("srv/zones/example.com"))).contains("db.lab");
    }

    /// The authority is another, and so clients must be told where it is and whom to trust.
    @Test
    void acmeClients() throws Exception {
        Peer.LEGO.require();
        Peer.CERTBOT.require();
        Peer.NSUPDATE.require();
        var names = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        try (var authority = PebbleServer.start(names)) {
            String root = authority.httpsCertificate().toString();
            String url = authority.directory();
            here(Recipe.of("acme-clients.md"))
                    .with("printf 'server 192.0.2.1", "printf 'server 127.0.0.1 " + port)
                    .with("_server = 192.0.2.1", "_server = 127.0.0.1\ndns_rfc2136_port = " + port)
                    .with(
                            "--dns-rfc2136-propagation-seconds 2",
                            "--dns-rfc2136-propagation-seconds 0")
                    .with(
                            "lego --accept-tos",
                            "LEGO_CA_CERTIFICATES=%s lego --server %s --path lego --dns.resolvers 127.0.0.1:%d --dns.disable-cp --accept-tos"
                                    .formatted(root, url, port))
                    .with(
                            "certbot certonly",
                            "REQUESTS_CA_BUNDLE=%s certbot certonly --server %s --config-dir certbot --work-dir work --logs-dir logs"
                                    .formatted(root, url))
                    .follow(shell);
        }
        assertThat(shell.file("lego/certificates/_.shop.example.com.crt")).isNotEmptyFile();
        assertThat(shell.file("certbot/live/www.example.com/fullchain.pem")).isNotEmptyFile();
        assertThat(Files.readString(shell.file("srv/zones/example.com"))).doesNotContain("_acme");
    }
}
