package io.github.dnscli.ozone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Request;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.Peer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// NSD takes a zone over from its primary, or not, as `ozone` says.
class NsdTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("key.example"),
                    TsigAlgorithm.SHA256,
                    "a secret of thirty-two octets, no".getBytes(UTF_8));

    @TempDir private Path home;

    @Test
    void takesGoodZonesAndNoBadOnes() throws IOException {
        Peer.NSD.require();
        try (var primary = KnotServer.start(ZONE, OzoneRuns.GOOD, KEY)) {
            int port = FreePort.any();
            var nsd = start(primary.address(), port);
            var secondary = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            try (var log = nsd.inputReader()) {
                await(log, nsd, "exited with 0");
                await(log, nsd, "serial 0 is updated to 1");

                var bad =
                        ResourceRecord.of("example.com", 60, RecordType.MX, "10 none.example.com.");
                ask(primary.address(), Update.of(ZONE).add(bad), true);
                ask(secondary, Notify.of(ZONE), false);

                assertThat(await(log, nsd, "exited with 1")).contains("[missing-address]");
                assertThat(ask(secondary, Query.of(ZONE, RecordType.SOA), false))
                        .isInstanceOfSatisfying(
                                Reply.Accepted.class,
                                reply ->
                                        assertThat(reply.message().answers().toString())
                                                .contains("hostmaster.example.com. 1 "));
            } finally {
                nsd.destroy();
            }
        }
    }

    private Process start(ServerAddress primary, int port) throws IOException {
        var programs = GitFolder.in(home).folder().resolveSibling("programs");
        var configuration = home.resolve("nsd.conf");
        Files.writeString(
                configuration,
                """
                server:
                  ip-address: 127.0.0.1@%1$d
                  username: ""
                  chroot: ""
                  database: ""
                  zonesdir: "%2$s"
                  pidfile: "%2$s/nsd.pid"
                  xfrdfile: "%2$s/xfrd.state"
                  xfrdir: "%2$s"
                  zonelistfile: "%2$s/zone.list"
                  cookie-secret-file: "%2$s/cookie"
                  server-count: 1
                  verbosity: 3
                remote-control:
                  control-enable: no
                verify:
                  enable: yes
                  ip-address: 127.0.0.1@%3$d
                key:
                  name: key.example
                  algorithm: hmac-sha256
                  secret: %4$s
                zone:
                  name: example.com
                  zonefile: example.com
                  request-xfr: AXFR 127.0.0.1@%5$d key.example
                  allow-notify: 127.0.0.1 NOKEY
                  verify-zone: yes
                  verifier: %6$s/ozone
                  verifier-feed-zone: yes
                """
                        .formatted(
                                port,
                                home,
                                FreePort.any(),
                                Base64.getEncoder().encodeToString(KEY.secret()),
                                primary.port(),
                                programs));
        return new ProcessBuilder(
                        Peer.NSD.require().toString(), "-d", "-c", configuration.toString())
                .redirectErrorStream(true)
                .start();
    }

    /// {@return what the log says up to and with a line}
    private static String await(BufferedReader log, Process nsd, String words) throws IOException {
        var limit =
                CompletableFuture.runAsync(
                        nsd::destroy, CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS));
        var said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            if (line.contains(words)) {
                limit.cancel(false);
                return said.toString();
            }
        }
        throw new AssertionError("NSD never said '" + words + "':\n" + said);
    }

    private static Reply ask(ServerAddress server, Request request, boolean signed)
            throws IOException {
        var limit = Duration.ofSeconds(10);
        // NSD breaks connections off when it puts other processes in the place of the old ones.
        var transport = signed ? Transport.TCP : Transport.udpThenTcp();
        try (var exchange =
                Exchange.open(transport, server, limit, InstantSource.system(), new Random())) {
            return signed ? exchange.ask(request, KEY) : exchange.ask(request);
        }
    }
}
