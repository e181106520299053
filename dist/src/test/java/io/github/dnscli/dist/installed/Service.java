package io.github.dnscli.dist.installed;

import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server of others that stays in the foreground, for as long as a test needs it.
///
/// @param process it
public record Service(Process process) implements AutoCloseable {

    /// {@return a server that takes connections}
    ///
    /// @param folder where it runs and logs
    public static Service start(Path folder, InetSocketAddress address, List<String> command)
            throws IOException {
        var log = Files.createTempFile(folder, "service", ".log");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var service = new Service(process);
        try {
            Patience.until(
                    command.getFirst(), () -> !process.isAlive() || takesConnections(address));
            if (!process.isAlive()) {
                throw new AssertionError(command + " ended:\n" + Files.readString(log));
            }
            return service;
        } catch (IOException | AssertionError failure) {
            service.close();
            throw failure;
        }
    }

    private static boolean takesConnections(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Ends it with all its children.
    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
