package io.github.dnscli.dist.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.dist.installed.Installation;
import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.program.Family;
import io.github.dnscli.dist.runtime.JavaRuntime;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.PebbleServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What asks most of the Java in the image: TLS to an authority, and its own http. Git over ssh is in the tutorial about git.
class RuntimeIT {

    private static final DomainName ZONE = DomainName.of("example.test");
    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final TsigKey KEY =
            new TsigKey(DomainName.of("k._update.example.test"), TsigAlgorithm.SHA256, SECRET);
    private static final String ZONE_TEXT =
            """
            $TTL 3600
            @   SOA ns1 hostmaster 1 7200 900 1209600 300
            @   NS  ns1
            ns1 A   127.0.0.1
            www A   127.0.0.1
            """;

    /// Bouncy Castle and JGit speak of the first, JLine of the second, in places where we never come.
    private static final Set<String> NOT_NEEDED = Set.of("java.sql", "java.desktop");

    @TempDir private Path folder;

    @Test
    @Tag("slow")
    void holdsAllModulesThatTheJarsNeed() {
        var library = Installation.OF_BUILD.library();
        var needed = new StringWriter();
        var words = new ArrayList<>(List.of("--ignore-missing-deps", "--print-module-deps"));
        Family.ALL_JARS.forEach(jar -> words.add(library.resolve(jar).toString()));
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(needed),
                        new PrintWriter(Writer.nullWriter()),
                        words.toArray(String[]::new));

        assertThat(needed.toString().strip().split(","))
                .contains("jdk.httpserver")
                .filteredOn(module -> !NOT_NEEDED.contains(module))
                .isSubsetOf(JavaRuntime.MODULES);
    }

    @Test
    void asksAnAuthorityOverTls() throws Exception {
        try (var server = NamedServer.start(ZONE, ZONE_TEXT, KEY);
                var pebble = PebbleServer.start(server.address());
                var shell = new Session(folder)) {
            int port = server.address().port();
            String secret = Base64.getEncoder().encodeToString(SECRET);
            shell.writeSecret("k.key", "k._update.example.test:SHA256:" + secret + "\n");
            String root = Base64.getMimeEncoder().encodeToString(pebble.root().getEncoded());
            shell.write(
                    "root.pem",
                    "-----BEGIN CERTIFICATE-----\n" + root + "\n-----END CERTIFICATE-----\n");
            var asked =
                    shell.type(
                            "ocertify --port %d --dns-key @k.key --wait 0s --type p256 127.0.0.1 www.example.test"
                                    .formatted(port));
            assertThat(asked.status()).as(asked.errors()).isEqualTo(1);
            shell.succeed(
                    ("oserve certifier --server 127.0.0.1#%1$d --name-server-port %1$d --key @k.key --zone example.test"
                                    + " --ca %2$s --ca-root %3$s --email me@example.test --state state --once")
                            .formatted(port, pebble.directory(), pebble.httpsCertificate()));
            shell.succeed(
                    "otlsa-fetch --ca root.pem -o www.pem www.example.test 127.0.0.1#" + port);
            assertThat(Files.readString(folder.resolve("www.pem"))).contains("BEGIN CERTIFICATE");
        }
    }

    @Test
    void answersOverHttp() throws Exception {
        int port = FreePort.any();
        try (var shell = new Session(folder);
                var http = HttpClient.newHttpClient()) {
            shell.write("zones/example.test", ZONE_TEXT);
            shell.start(
                    "oserve primary --zones zones --listen 127.0.0.1#%d --http 127.0.0.1:%d"
                            .formatted(FreePort.any(), port));
            var health =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:%d/healthz".formatted(port)))
                            .build();
            assertThat(http.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}
