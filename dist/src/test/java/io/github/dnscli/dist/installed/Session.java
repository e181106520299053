package io.github.dnscli.dist.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A shell session of a user: a folder, which is also the user's home, the installed commands on the path, and servers in
/// the background.
public final class Session implements AutoCloseable {

    private static final Path IMAGE = Path.of(System.getProperty("dnscli.image"));
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final List<String> READY =
            List.of(
                    "listening on",
                    "watching",
                    "all zones loaded",
                    "server started",
                    "nsd started",
                    " at port ",
                    "serving https:");

    private final Path folder;
    private final List<Process> background = new ArrayList<>();

    public Session(Path folder) {
        this.folder = folder;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /// {@return where an installed command is, for those that have another path}
    public static Path command(String name) {
        return IMAGE.resolve("bin").resolve(name);
    }

    public void write(String name, String content) throws IOException {
        Files.createDirectories(file(name).toAbsolutePath().getParent());
        Files.writeString(file(name), content);
    }

    public void writeSecret(String name, String content) throws IOException {
        write(name, content);
        Files.setPosixFilePermissions(file(name), PosixFilePermissions.fromString("rw-------"));
    }

    /// {@return what a line typed into the shell came to}
    public Tool.Run type(String line) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, ".out", "");
        var errors = Files.createTempFile(folder, ".err", "");
        var process =
                shell(line).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("'%s' did not end within %d s", line, LIMIT.toSeconds());
        }
        var run =
                new Tool.Run(
                        process.exitValue(), Files.readString(output), Files.readString(errors));
        Files.delete(output);
        Files.delete(errors);
        return run;
    }

    /// {@return what a line prints that must succeed}
    public String succeed(String line) throws IOException, InterruptedException {
        var run = type(line);
        assertThat(run.status()).as("%s%n%s%s", line, run.output(), run.errors()).isZero();
        return run.output();
    }

    /// Starts a server and waits until it says that it is ready.
    ///
    /// @return the line that says so
    public String start(String line) throws Exception {
        var process = shell("exec " + line).redirectErrorStream(true).start();
        background.add(process);
        var ready = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> drain(process.inputReader(StandardCharsets.UTF_8), ready));
        return ready.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /// Has our servers read their files again, as their units' `ExecReload` does.
    public void reload() throws IOException, InterruptedException {
        for (var process : background) {
            if (process.info().commandLine().orElse("").contains("OserveCommand")) {
                succeed("kill -HUP " + process.pid());
            }
        }
    }

    private static void drain(BufferedReader reader, CompletableFuture<String> ready) {
        var said = new StringJoiner("\n");
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (READY.stream().anyMatch(line::contains)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            said.add(String.valueOf(e.getMessage()));
        }
        ready.completeExceptionally(new AssertionError("a server ended:\n" + said));
    }

    private ProcessBuilder shell(String line) {
        var builder = new ProcessBuilder("bash", "-c", line).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("GIT_") || name.startsWith("DNSCLI"));
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", IMAGE.resolve("bin") + ":" + Tool.path(),
                                "HOME", folder.toString(),
                                "GIT_CONFIG_GLOBAL", "/dev/null",
                                "GIT_AUTHOR_NAME", "operator",
                                "GIT_AUTHOR_EMAIL", "operator@example.test",
                                "GIT_COMMITTER_NAME", "operator",
                                "GIT_COMMITTER_EMAIL", "operator@example.test"));
        return builder;
    }

    @Override
    public void close() {
        background.forEach(Process::destroy);
        for (var process : background) {
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException _) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
