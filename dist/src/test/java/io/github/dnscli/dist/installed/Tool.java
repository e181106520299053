package io.github.dnscli.dist.installed;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.dnscli.testkit.Peer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program run as users run it, from the folder of temporary files.
///
/// @param command its file and first arguments
/// @param environment all its environment variables
/// @param limit how long a run may take
public record Tool(List<String> command, Map<String, String> environment, Duration limit) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    public Tool(List<String> command, Map<String, String> environment) {
        this(command, environment, LIMIT);
    }

    /// What a run came to.
    ///
    /// @param status the exit status
    /// @param output standard output
    /// @param errors standard error
    public record Run(int status, String output, String errors) {}

    /// {@return a program of this machine; without it the test is skipped aloud, or fails where skipping is forbidden}
    public static Tool installed(Peer peer) {
        return new Tool(List.of(peer.require().toString()), Map.of("PATH", path()));
    }

    public static String path() {
        return System.getenv().getOrDefault("PATH", "");
    }

    /// {@return what came of a run}
    public Run run(String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        var output = Files.createTempFile("out", ".txt");
        var errors = Files.createTempFile("err", ".txt");
        try {
            return new Run(status(line, output, errors), text(output), text(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private int status(List<String> line, Path output, Path errors)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(line).redirectInput(new File("/dev/null"));
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(limit)) {
            process.destroyForcibly();
            fail(line + " did not end within " + limit.toSeconds() + " s");
        }
        return process.exitValue();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
