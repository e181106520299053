package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Service;
import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// Where the recipes for certificates happen: a folder in place of the root of a machine, and `oserve` with the zone
/// `example.com` and an authority of its own, as the page about that starts it. What the pages call `/etc/dns-cli` is that folder itself, where one types.
final class House implements AutoCloseable {

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String ZONE =
            """
            $TTL 60
            @    SOA  ns1 hostmaster 1 7200 900 1209600 300
            @    NS   ns1
            ns1  A    127.0.0.1
            www  A    127.0.0.1
            app  A    127.0.0.1
            """;

    private final Path root;
    private final Session shell;
    private final int port;
    private final List<Service> services = new ArrayList<>();

    private House(Path root, int port) {
        this.root = root;
        this.shell = new Session(root);
        this.port = port;
    }

    /// {@return a house with its server}
    static House open(Path root) throws Exception {
        for (var peer : List.of(Peer.OPENSSL, Peer.CURL, Peer.DIG, Peer.NSUPDATE, Peer.NGINX)) {
            peer.require();
        }
        // Servers that give root's rights up must be able to enter.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        var house = new House(root, FreePort.any());
        for (String folder : List.of("run", "var/lib")) {
            Files.createDirectories(root.resolve(folder));
        }
        try {
            house.begin();
            return house;
        } catch (Exception | AssertionError failure) {
            house.close();
            throw failure;
        }
    }

    private void begin() throws Exception {
        String key = "operator._update.example.com";
        shell.write("zones/example.com", ZONE);
        shell.writeSecret("zones/example.com._keys", key + ". DNSKEY 0 3 163 " + SECRET + "\n");
        shell.writeSecret("update.key", key + ":SHA256:" + SECRET + "\n");
        shell.writeSecret(
                "update.nsupdate",
                "key \"%s\" { algorithm hmac-sha256; secret \"%s\"; };\n".formatted(key, SECRET));
        recipe("private-authority")
                .with("192.0.2.53:53", "127.0.0.1:" + port)
                .opening()
                .follow(shell);
    }

    /// {@return a recipe whose server and folders are those of this house}
    Recipe recipe(String name) throws IOException {
        return new Recipe(
                Recipe.of(name + ".md")
                        .text()
                        .replace("server ns1.example.com", "server 127.0.0.1 " + port)
                        .replace("dig @ns1.example.com", "dig -p " + port + " @127.0.0.1")
                        .replace("ns1.example.com", "127.0.0.1#" + port)
                        .replace("/etc/dns-cli", root.toString())
                        .replace("/etc/", root + "/etc/")
                        .replace("/run/", root + "/run/")
                        .replace("/var/lib/", root + "/var/lib/"));
    }

    /// {@return where the server listens on loopback}
    int port() {
        return port;
    }

    Session shell() {
        return shell;
    }

    /// {@return a file outside of `/etc/dns-cli`, named as on a machine}
    Path file(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    /// Has a host ask for a certificate, and get it.
    void certify(String host) throws Exception {
        shell.succeed(
                "ocertify --dns-key @update.key --ca root.pem --wait 60s 127.0.0.1#%d %s"
                        .formatted(port, host));
    }

    /// Has the certificate of a host replaced in the DNS, as a renewal would.
    void renew(String host) throws Exception {
        String before = leaves(host);
        shell.succeed(
                "oserve certifier revoke %s --state state/certifier --reason superseded"
                        .formatted(host));
        // It would look at its folder by itself, within ten seconds.
        shell.reload();
        Patience.until("another certificate of " + host, () -> !leaves(host).equals(before));
    }

    private String leaves(String host) throws Exception {
        return shell.succeed(
                "dig -p %d @127.0.0.1 +short +tcp _letsencrypt._tcp.%s TLSA | grep '^3 0 0' | sort"
                        .formatted(port, host));
    }

    /// {@return the serial number of a certificate in a file, as OpenSSL prints it}
    String serial(Object file) throws Exception {
        return shell.succeed("openssl x509 -noout -serial -in " + file);
    }

    /// {@return the serial number of the certificate that a server shows}
    String servedSerial(int at, String host, String options) throws Exception {
        return shell.succeed(
                "openssl s_client -connect 127.0.0.1:%d -servername %s %s < /dev/null 2> /dev/null | openssl x509 -noout -serial"
                        .formatted(at, host, options));
    }

    /// Starts a server of others, which ends with this house.
    void serve(InetSocketAddress address, String... command) throws IOException {
        services.add(Service.start(root, address, List.of(command)));
    }

    /// Starts nginx with the text of a configuration's `http` part, from a folder of its own.
    ///
    /// @return the words with which it is told to reload
    String nginx(InetSocketAddress address, String http) throws IOException {
        var folder = Files.createTempDirectory(root, "nginx");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration,
                """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    %s
                }
                """
                        .formatted(http));
        var command =
                List.of(
                        Peer.NGINX.require().toString(),
                        "-e",
                        "stderr",
                        "-p",
                        folder.toString(),
                        "-c",
                        configuration.toString());
        serve(address, command.toArray(String[]::new));
        return String.join(" ", command);
    }

    /// Starts a web server for a host, with the files that `ocertify` has written.
    void web(InetSocketAddress address, Path certificate, Path key, String answer)
            throws IOException {
        nginx(
                address,
                """
                server {
                    listen %s:%d ssl;
                    ssl_certificate %s;
                    ssl_certificate_key %s;
                    location / { return 200 "%s\\n"; }
                }
                """
                        .formatted(
                                address.getAddress().getHostAddress(),
                                address.getPort(),
                                certificate,
                                key,
                                answer));
    }

    @Override
    public void close() {
        services.forEach(Service::close);
        shell.close();
        assertThat(services).noneMatch(service -> service.process().isAlive());
    }
}
