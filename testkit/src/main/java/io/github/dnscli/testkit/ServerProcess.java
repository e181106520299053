package io.github.dnscli.testkit;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A name server of others as a process, in a temporary folder of its own.
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofMillis(500);

    private final Path folder;
    private final ServerAddress address;
    private final Process process;

    private ServerProcess(Path folder, ServerAddress address, Process process) {
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    static Path folder(Peer peer) throws IOException {
        return Files.createTempDirectory("dnscli-" + peer.program() + "-");
    }

    /// Starts a server and waits until it answers for a zone.
    static ServerProcess start(Path folder, int port, DomainName zone, List<String> command)
            throws IOException {
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log(folder).toFile())
                        .start();
        var address = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        var server = new ServerProcess(folder, address, process);
        try {
            server.awaitAnswer(zone);
            return server;
        } catch (IOException failure) {
            server.close();
            throw failure;
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("output.log");
    }

    private void awaitAnswer(DomainName zone) throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers(zone)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IOException(
                        process.info().command().orElse("server")
                                + " did not start:\n"
                                + Files.readString(log(folder)));
            }
            pause();
        }
    }

    private boolean answers(DomainName zone) {
        try (var exchange =
                Exchange.open(
                        Transport.TCP, address, PROBE, InstantSource.system(), new Random())) {
            return exchange.ask(Query.of(zone, RecordType.SOA)) instanceof Reply.Accepted(var soa)
                    && !soa.answers().isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    /// Waits for the process to end, or for the time between two looks at it.
    private void pause() throws IOException {
        try {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    ServerAddress address() {
        return address;
    }

    Path folder() {
        return folder;
    }

    String output() throws IOException {
        return Files.readString(log(folder));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
