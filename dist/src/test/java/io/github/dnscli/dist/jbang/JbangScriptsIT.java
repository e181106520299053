package io.github.dnscli.dist.jbang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts for jbang in `examples/jbang`.
class JbangScriptsIT {

    private static final Path SCRIPTS = Sources.ROOT.resolve("examples/jbang");
    private static final Pattern OURS = Pattern.compile("//DEPS io\\.github\\.dnscli:[^:]+:(.+)");

    @TempDir private static Path cache;
    @TempDir private Path folder;

    private static Jbang jbang;
    private Session shell;

    @BeforeAll
    static void publish() throws IOException {
        jbang = Jbang.afterPublishing(cache);
    }

    @BeforeEach
    void open() {
        shell = new Session(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private static String script(String name) {
        return SCRIPTS.resolve(name).toString();
    }

    /// {@return the port at the end of the line with which a script says that it serves}
    private String serve(String environment, String... arguments) throws Exception {
        String line = jbang.prepare(folder, arguments);
        String said = shell.start("env " + environment + " " + line.strip());
        return said.substring(said.lastIndexOf(said.contains("//") ? ':' : ' ') + 1);
    }

    static List<Path> scripts() throws IOException {
        try (var files = Files.list(SCRIPTS)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void runByThemselvesOnThisVersion(Path script) throws IOException {
        var text = Files.readString(script);
        var version = OURS.matcher(text);

        assertThat(script).isExecutable();
        assertThat(text).startsWith("///usr/bin/env jbang \"$0\" \"$@\" ; exit $?\n//JAVA 25+\n");
        assertThat(version.find()).isTrue();
        assertThat(version.group(1)).isEqualTo(System.getProperty("dnscli.version"));
    }

    @Test
    void checksAZone() throws Exception {
        shell.write("bad.zone", "$TTL 1h\n@ SOA ns hostmaster 1 1d 2h 4w 1h\n");

        var run =
                jbang.run(
                        folder,
                        script("check-zone.java"),
                        "example.com",
                        shell.file("bad.zone").toString());

        assertThat(run.output()).contains(": error: zone 'example.com' has no NS record");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void startsAServer() throws Exception {
        Peer.DIG.require();
        var port = serve("", script("embedded-server.java"), "0");

        assertThat(shell.succeed("dig +short @127.0.0.1 -p %s www.example.com".formatted(port)))
                .isEqualTo("192.0.2.1\n");
    }

    @Test
    @Tag("slow")
    void servesHttpsWithACertificateFromTheDns() throws Exception {
        Peer.OPENSSL.require();
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var key = new TsigKey(DomainName.of("k._update.localhost"), TsigAlgorithm.SHA256, secret);
        String text = "k._update.localhost:SHA256:" + Base64.getEncoder().encodeToString(secret);
        var zone =
                ZoneText.zone("localhost", "@ SOA ns h 1 1h 10m 1d 5m\n@ NS ns\nns A 127.0.0.1\n");
        try (var server = NameServer.builder().zone(zone).key(key).start()) {
            shell.writeSecret("k.key", text + "\n");
            shell.succeed("oserve certifier root --state state > root.pem");
            shell.start(
                    "oserve certifier --server 127.0.0.1#%d --key @k.key --zone localhost --ca private --state state --interval 1s"
                            .formatted(server.port()));
            var port =
                    serve(
                            "DNS_KEY=" + text,
                            "-Ddns=" + server.port(),
                            "-Dport=0",
                            script("https-service.java"),
                            "localhost",
                            "127.0.0.1");

            shell.succeed(
                    "openssl s_client -connect 127.0.0.1:%s -CAfile root.pem -verify_return_error -verify_hostname localhost </dev/null"
                            .formatted(port));
        }
    }
}
