package io.github.dnscli.oserve.primary;

import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs real programs of others.
final class Peers {

    /// What came of running a program.
    ///
    /// @param status what it told the shell
    /// @param output all that it printed
    record Ran(int status, String output) {}

    private static final int SECONDS = 60;

    private Peers() {}

    /// {@return what came of running a program that reads a text}
    static Ran run(Path directory, String input, Peer peer, String... arguments)
            throws IOException {
        return run(directory, Map.of(), input, peer, arguments);
    }

    /// {@return what came of running a program that reads a text}
    ///
    /// @param environment variables that it gets besides our own
    static Ran run(
            Path directory,
            Map<String, String> environment,
            String input,
            Peer peer,
            String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(peer.require().toString()));
        command.addAll(List.of(arguments));
        var said = Files.createTempFile("said", ".txt");
        var heard = Files.writeString(Files.createTempFile("heard", ".txt"), input);
        try {
            var builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectInput(heard.toFile());
            var process = builder.redirectOutput(said.toFile()).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(peer.program() + " did not end");
            }
            return new Ran(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            Files.delete(said);
            Files.delete(heard);
        }
    }
}
