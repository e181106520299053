package io.github.dnscli.dist.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.Peer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole road over the servers of others: announce, change, request, certify, fetch.
class RoadIT {

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

    @TempDir private Path folder;

    @Test
    void leadsOverBind() throws Exception {
        try (var server = NamedServer.start(ZONE, ZONE_TEXT, KEY)) {
            walk(server.address().port());
        }
    }

    @Test
    @Tag("slow")
    void leadsOverKnot() throws Exception {
        try (var server = KnotServer.start(ZONE, ZONE_TEXT, KEY)) {
            walk(server.address().port());
        }
    }

    private void walk(int port) throws Exception {
        Peer.OPENSSL.require();
        try (var shell = new Session(folder)) {
            String secret = Base64.getEncoder().encodeToString(SECRET);
            shell.writeSecret("k.key", "k._update.example.test:SHA256:" + secret + "\n");
            assertThat(
                            shell.type(
                                            "onotify --port %d --key @k.key 127.0.0.1 example.test"
                                                    .formatted(port))
                                    .status())
                    .isLessThanOrEqualTo(1); // a primary may refuse news of its own zone
            shell.succeed(
                    "oupdate --port %d 127.0.0.1 @k.key www.example.test 127.0.0.9"
                            .formatted(port));
            shell.succeed(
                    "oupdate --port %d 127.0.0.1 @k.key www.example.test ::9".formatted(port));
            shell.succeed("oserve certifier root --state state > root.pem");
            shell.start(
                    "oserve certifier --server 127.0.0.1#%d --key @k.key --zone example.test --ca private --state state --interval 1s"
                            .formatted(port));
            shell.succeed(
                    ("ocertify --port %d --dns-key @k.key --type p256 --ca root.pem --wait 60s"
                                    + " --additional ns1.example.test 127.0.0.1 www.example.test")
                            .formatted(port));
            shell.succeed(
                    "otlsa-fetch --ca root.pem -o fetched.pem ns1.example.test 127.0.0.1#%d"
                            .formatted(port));
            shell.succeed(
                    "openssl verify -CAfile root.pem -untrusted fetched.pem -verify_hostname ns1.example.test fetched.pem");
            assertThat(shell.succeed("cmp fetched.pem www.example.test.pem")).isEmpty();
        }
    }
}
