package io.github.dnscli.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program of others to its end.
///
/// @param status its exit status
/// @param output what it said
record Program(int status, String output) {

    static Program run(Path directory, Peer peer, List<String> arguments) throws IOException {
        var command = new ArrayList<String>(List.of(peer.require().toString()));
        command.addAll(arguments);
        var log = directory.resolve("output");
        var process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command.toString()).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
        return new Program(process.exitValue(), Files.readString(log));
    }

    /// Runs a program that must succeed.
    static String succeed(Path directory, Peer peer, String... arguments) throws IOException {
        var program = run(directory, peer, List.of(arguments));
        assertThat(program.status).as(program.output).isZero();
        return program.output;
    }
}
