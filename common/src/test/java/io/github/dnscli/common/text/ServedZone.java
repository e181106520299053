package io.github.dnscli.common.text;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What Knot's server makes of a zone file: the octets of every record it hands out.
final class ServedZone {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ServedZone() {}

    /// {@return the records Knot reads; the test is skipped, or fails where peers are required, without Knot}
    static List<CompiledZone.Row> of(String zone, String text, Path directory)
            throws IOException, InterruptedException {
        Files.writeString(directory.resolve("zone"), text);
        int port = freePort();
        var configuration = directory.resolve("knot.conf");
        Files.writeString(configuration, configuration(directory, port, zone));
        var output = directory.resolve("output");
        Process process;
        try {
            process =
                    new ProcessBuilder(program(), "-c", configuration.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
        } catch (IOException missing) {
            return missing();
        }
        try {
            return transfer(process, port, DomainName.of(zone), output);
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /// Servers are often where the path of an ordinary user does not lead.
    private static String program() {
        return Stream.of("/usr/local/sbin/knotd", "/usr/sbin/knotd")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse("knotd");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(Path directory, int port, String zone) {
        return """
        server:
          listen: 127.0.0.1@%2$d
          rundir: %1$s
          udp-workers: 1
          tcp-workers: 1
          background-workers: 1
        control:
          listen: %1$s/knot.sock
        database:
          storage: %1$s/db
          journal-db-max-size: 64M
        log:
          - target: stderr
            any: info
        acl:
          - id: all
            address: 127.0.0.1
            action: transfer
        zone:
          - domain: %3$s
            storage: %1$s
            file: zone
            acl: all
        """
                .formatted(directory, port, zone);
    }

    private static List<CompiledZone.Row> transfer(
            Process process, int port, DomainName zone, Path output)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() - end < 0 && process.isAlive()) {
            if (fetch(port, zone) instanceof TransferReply.Complete(var served, _)) {
                return served.records()
                        .map(
                                r ->
                                        new CompiledZone.Row(
                                                r.owner(),
                                                r.type(),
                                                r.ttl().seconds(),
                                                HexFormat.of().formatHex(r.data().wire())))
                        .toList();
            }
            boolean _ = process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return fail("knotd does not serve the zone:\n" + Files.readString(output));
    }

    private static Object fetch(int port, DomainName zone) {
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        new ServerAddress(LOOPBACK, port),
                        Duration.ofSeconds(5),
                        InstantSource.system(),
                        new Random())) {
            return exchange.transfer(Transfer.of(zone));
        } catch (IOException notYet) {
            return notYet;
        }
    }

    private static List<CompiledZone.Row> missing() {
        String said = "SKIPPED: knotd is not installed";
        if ("required".equals(System.getProperty("dnscli.peers"))) {
            return fail(said);
        }
        System.err.println(said);
        return abort(said);
    }
}
