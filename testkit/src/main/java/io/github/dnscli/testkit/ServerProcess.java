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
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A server of others as a process, in a temporary folder of its own.
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

    /// {@return a new folder with the files of the zones that the server is the primary of}
    static Path folder(Peer peer, ServerPlan plan) throws IOException {
        var folder = Files.createTempDirectory("dnscli-" + peer.program() + "-");
        for (var zone : plan.zones()) {
            if (zone instanceof PlannedZone.Primary primary) {
                Files.writeString(folder.resolve(plan.fileName(zone)), primary.text());
            }
        }
        return folder;
    }

    /// Starts a server and waits until it answers: for a zone that it is the primary of, if there is one.
    static ServerProcess start(Path folder, ServerPlan plan, List<String> command)
            throws IOException {
        var zone = plan.firstPrimary();
        return start(folder, plan.port(), command, address -> answers(address, zone));
    }

    /// Starts a server and waits until it is there for its clients.
    static ServerProcess start(
            Path folder, int port, List<String> command, Predicate<ServerAddress> isThere)
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
            server.await(isThere);
            return server;
        } catch (IOException failure) {
            server.close();
            throw failure;
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("output.log");
    }

    private void await(Predicate<ServerAddress> isThere) throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isThere.test(address)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IOException(
                        process.info().command().orElse("server")
                                + " did not start:\n"
                                + Files.readString(log(folder)));
            }
            pause();
        }
    }

    private static boolean answers(ServerAddress address, Optional<DomainName> zone) {
        try (var exchange =
                Exchange.open(
                        Transport.TCP, address, PROBE, InstantSource.system(), new Random())) {
            var reply = exchange.ask(Query.of(zone.orElse(DomainName.ROOT), RecordType.SOA));
            return zone.isEmpty()
                    || reply instanceof Reply.Accepted(var soa) && !soa.answers().isEmpty();
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

    /// Runs a program to its end, in a folder.
    ///
    /// @param input what it reads
    /// @throws IOException if it fails; the message holds its output
    static void runToEnd(Path folder, String input, List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(Files.writeString(folder.resolve("input"), input).toFile())
                        .redirectOutput(folder.resolve("run.log").toFile())
                        .start();
        try {
            boolean ended = process.waitFor(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(
                        String.join(" ", command)
                                + (ended ? " failed:\n" : " took too long:\n")
                                + Files.readString(folder.resolve("run.log")));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    /// Sends the process a signal.
    ///
    /// @param name the signal's name, such as `HUP`
    void signal(String name) throws IOException {
        runToEnd(folder, "", List.of("kill", "-" + name, Long.toString(process.pid())));
    }

    long pid() {
        return process.pid();
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
        process.descendants().forEach(ProcessHandle::destroy);
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
