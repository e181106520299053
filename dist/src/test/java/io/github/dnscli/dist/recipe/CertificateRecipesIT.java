package io.github.dnscli.dist.recipe;

import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipes that bring certificates to servers of others, with those servers.
class CertificateRecipesIT {

    @TempDir private static Path root;
    private static House house;

    private final int port;
    private final InetSocketAddress address;

    CertificateRecipesIT() throws IOException {
        port = FreePort.any();
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @BeforeAll
    static void open() throws Exception {
        house = House.open(root);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private String curl(String host) {
        return "curl --resolve %s:%d:127.0.0.1 ".formatted(host, port);
    }

    private Visitors visitors(String host) {
        return new Visitors(
                house.shell(),
                curl(host) + "-sS --cacert root.pem https://%s:%d/".formatted(host, port));
    }

    /// Waits until the server shows what is in the file.
    private void showsWhatIsInTheFile(String host, String options) throws Exception {
        String expected = house.serial(host + ".pem");
        Patience.until(
                "the certificate in the file",
                () -> house.servedSerial(port, host, options).equals(expected));
    }

    @Test
    void anAuthorityIsTrusted() throws Exception {
        String host = "intra.example.com";
        house.web(
                address,
                house.shell().file(host + ".pem"),
                house.shell().file(host + ".key"),
                "hello");
        house.recipe("private-authority")
                .part("Trust")
                .with("curl ", curl(host))
                .with("https://" + host, "https://" + host + ":" + port)
                .follow(house.shell());
    }

    @Test
    void nginxLosesNoRequest() throws Exception {
        String host = "www.example.com";
        house.certify(host);
        var recipe =
                house.recipe("nginx")
                        .with("listen 443", "listen 127.0.0.1:" + port)
                        .with("curl ", curl(host))
                        .with("https://" + host, "https://" + host + ":" + port)
                        .with(host + ":443", "127.0.0.1:" + port);
        recipe.opening().follow(house.shell());
        var sites = house.file("/etc/nginx/conf.d/*.conf");
        String nginx = house.nginx(address, "include %s;".formatted(sites));
        house.renew(host);
        try (var visitors = visitors(host)) {
            recipe.part("Reload")
                    .with("systemctl reload nginx", nginx + " -s reload 2> nginx.log")
                    .with("nginx -t", nginx + " -t")
                    .follow(house.shell());
            showsWhatIsInTheFile(host, "");
            recipe.part("See").follow(house.shell());
            visitors.areAllServed();
        }
    }

    @Test
    void haproxyExchangesItWhileItRuns() throws Exception {
        Peer.SOCAT.require();
        String host = "shop.example.com";
        var recipe =
                house.recipe("haproxy")
                        .with("bind :443", "bind 127.0.0.1:" + port)
                        .with(host + ":443", "127.0.0.1:" + port);
        Files.createDirectories(house.file("/run/haproxy"));
        recipe.opening().follow(house.shell());
        house.serve(
                address,
                Peer.HAPROXY.require().toString(),
                "-db",
                "-f",
                house.file("/etc/haproxy/haproxy.cfg").toString());
        house.renew(host);
        try (var visitors = visitors(host)) {
            recipe.part("Exchange").follow(house.shell());
            showsWhatIsInTheFile(host, "");
            visitors.areAllServed();
        }
    }

    @Test
    void caddyReadsItAgain() throws Exception {
        String host = "blog.example.com";
        String admin = "127.0.0.1:" + FreePort.any();
        String caddy =
                "env HOME=%1$s XDG_DATA_HOME=%1$s XDG_CONFIG_HOME=%1$s %2$s"
                        .formatted(house.file("/run"), Peer.CADDY.require());
        house.certify(host);
        var recipe =
                house.recipe("caddy")
                        .with(host + " {\n    tls /", host + ":" + port + " {\n    tls /")
                        .with("    respond", "    bind 127.0.0.1\n    respond")
                        .with("curl ", curl(host))
                        .with("https://" + host, "https://" + host + ":" + port)
                        .with(host + ":443", "127.0.0.1:" + port)
                        .with("caddy reload", caddy + " reload --address " + admin);
        recipe.opening().follow(house.shell());
        var file = house.file("/etc/caddy/Caddyfile");
        String options = "{\n    admin %s\n    auto_https disable_redirects\n}\n".formatted(admin);
        Files.writeString(file, options + Files.readString(file));
        house.serve(address, (caddy + " run --config " + file).split(" "));
        house.renew(host);
        recipe.part("Reload").follow(house.shell());
        showsWhatIsInTheFile(host, "");
    }

    /// Postfix has to be begun by root.
    @Test
    void postfixKeepsItsDaneRecord() throws Exception {
        Peer.POSTFIX.require();
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")));
        String host = "mail.example.com";
        house.certify(host);
        var folder = house.file("/etc/postfix");
        String postfix = "postfix -c " + folder + " ";
        var recipe =
                house.recipe("postfix")
                        .with(host + ":25", "127.0.0.1:" + port)
                        .with("'postfix reload'", "'" + postfix + "reload'");
        recipe.opening().follow(house.shell());
        completePostfix(folder);
        house.shell().succeed(postfix + "check");
        String daemons = house.shell().succeed("postconf -h daemon_directory").strip();
        house.serve(address, daemons + "/master", "-c", folder.toString(), "-d");
        recipe.part("DANE").follow(house.shell());
        house.renew(host);
        recipe.part("Renewal").follow(house.shell());
        showsWhatIsInTheFile(host, "-starttls smtp");
    }

    /// What the page leaves as it is, but in folders and at a port of the test.
    private void completePostfix(Path folder) throws Exception {
        var queue = Files.createDirectories(house.file("/var/spool/postfix"));
        var data = Files.createDirectories(house.file("/var/lib/postfix"));
        house.shell().succeed("chown postfix " + data);
        // It is read again by those who are not root any more.
        var settings = folder.resolve("main.cf");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(
                settings,
                Files.readString(settings)
                        + """
                        compatibility_level = 3.6
                        queue_directory = %s
                        data_directory = %s
                        maillog_file = %s
                        maillog_file_prefixes = /
                        inet_protocols = ipv4
                        mydestination =
                        local_recipient_maps =
                        """
                                .formatted(queue, data, house.file("/run/mail.log")));
        Files.writeString(
                folder.resolve("master.cf"),
                """
                127.0.0.1:%d inet n - n - - smtpd
                postlog unix-dgram n - n - 1 postlogd
                rewrite unix - - n - - trivial-rewrite
                anvil unix - - n - 1 anvil
                tlsmgr unix - - n 1000? 1 tlsmgr
                proxymap unix - - n - - proxymap
                """
                        .formatted(port));
    }
}
