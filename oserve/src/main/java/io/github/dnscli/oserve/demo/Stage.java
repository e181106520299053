package io.github.dnscli.oserve.demo;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/// Where the demo plays: a folder, the programs that run in it, and the console that shows both.
final class Stage implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(90);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Path programs;
    private final Path folder;
    private final Console console;
    private final List<Process> servers = new ArrayList<>();

    /// Sets the stage.
    ///
    /// @param programs the folder of the commands
    /// @param folder where they run
    Stage(Path programs, Path folder, Console console) {
        this.programs = programs;
        this.folder = folder;
        this.console = console;
    }

    Path folder() {
        return folder;
    }

    void chapter(String title) {
        console.answer("\n" + console.paint(Color.BOLD, "== " + title));
    }

    void remark(String text) {
        console.answer("   " + text);
    }

    void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    /// {@return whether a program that is not ours is installed}
    static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(":")).stream()
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }

    /// Runs a command, shows its line and what it says, and wants it to end with this status.
    void run(int status, String... words) throws IOException {
        console.answer("   " + console.paint(Color.CYAN, "$ " + shown(words)));
        var process = builder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = Thread.ofVirtual().start(() -> show(process));
        int ended = await(process, words);
        join(output);
        if (ended != status) {
            throw new DemoFailed(
                    "'%s' ended with status %s instead of %s".formatted(words[0], ended, status));
        }
    }

    private void show(Process process) {
        process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> console.answer("     " + line));
    }

    /// Starts a server and waits for the line that says it is ready.
    ///
    /// @return what follows the word in that line
    String start(String readyWord, String... words) throws IOException {
        console.answer("   " + console.paint(Color.CYAN, "$ " + shown(words) + " &"));
        var server = builder(words).redirectErrorStream(true).start();
        servers.add(server);
        var lines = server.inputReader(StandardCharsets.UTF_8);
        String line = ready(lines, readyWord);
        Thread.ofVirtual().start(() -> drain(lines));
        console.answer("     " + line);
        return line.substring(line.indexOf(readyWord) + readyWord.length()).strip();
    }

    private static String ready(BufferedReader lines, String word) throws IOException {
        var said = new StringJoiner("; ");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(word)) {
                return line;
            }
            said.add(line);
        }
        throw new DemoFailed("a server did not start: " + said);
    }

    /// Keeps a server from standing still with nobody to read what it says.
    private void drain(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                console.debug(line);
            }
        } catch (IOException e) {
            console.debug("a server has ended: " + e.getMessage());
        }
    }

    /// {@return what a command prints}
    String capture(String... words) throws IOException {
        var process = builder(words).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(process, words) != 0) {
            throw new DemoFailed("'" + shown(words) + "' failed");
        }
        return output;
    }

    private ProcessBuilder builder(String... words) {
        var line = new ArrayList<>(List.of(words));
        var own = programs.resolve(words[0]);
        if (Files.isExecutable(own)) {
            line.set(0, own.toString());
        }
        var builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("GIT_") || name.equals("DNSCLI_KEY"));
        builder.environment()
                .putAll(
                        Map.of(
                                "GIT_CONFIG_GLOBAL", "/dev/null",
                                "GIT_AUTHOR_NAME", "operator",
                                "GIT_AUTHOR_EMAIL", "operator@example.test",
                                "GIT_COMMITTER_NAME", "operator",
                                "GIT_COMMITTER_EMAIL", "operator@example.test"));
        return builder;
    }

    private static int await(Process process, String... words) throws IOException {
        try {
            if (!process.waitFor(STEP)) {
                process.destroyForcibly();
                throw new DemoFailed(
                        "'" + words[0] + "' did not end within " + STEP.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static String shown(String... words) {
        var line = new StringBuilder();
        for (String word : words) {
            line.append(line.isEmpty() ? "" : " ");
            line.append(word.matches("[\\w@%+=:,./#-]+") ? word : "'" + word + "'");
        }
        return line.toString();
    }

    /// Waits until the user ends the demo.
    void stay() throws IOException {
        for (var server : servers) {
            try {
                server.waitFor();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        servers.forEach(Process::destroy);
        for (var server : servers) {
            try {
                if (!server.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                    server.destroyForcibly();
                }
            } catch (InterruptedException _) {
                server.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
