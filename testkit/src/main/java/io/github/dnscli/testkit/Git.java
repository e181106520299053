package io.github.dnscli.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Git as a program, run in a folder, without the settings of whoever runs the tests and without a question to anyone.
///
/// @param folder where it is run
/// @param environment all its environment variables
public record Git(Path folder, Map<String, String> environment) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// What a run came to.
    ///
    /// @param status its exit status
    /// @param output what it printed
    /// @param error what it said besides
    public record Ended(int status, String output, String error) {}

    /// Copies the variables.
    public Git {
        environment = Map.copyOf(environment);
    }

    /// {@return git in a folder, which need not be a repository}; skips the test when git is not installed
    public static Git in(Path folder) {
        Peer.GIT.require();
        return new Git(
                folder,
                Map.ofEntries(
                        Map.entry("PATH", System.getenv("PATH")),
                        Map.entry("HOME", folder.toString()),
                        Map.entry("LC_ALL", "C"),
                        Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
                        Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                        Map.entry("GIT_TERMINAL_PROMPT", "0"),
                        Map.entry("GIT_AUTHOR_NAME", "A"),
                        Map.entry("GIT_AUTHOR_EMAIL", "a@example.com"),
                        Map.entry("GIT_COMMITTER_NAME", "C"),
                        Map.entry("GIT_COMMITTER_EMAIL", "c@example.com")));
    }

    /// {@return git in a new repository with the branch `main`}
    ///
    /// @param folder made if there is none
    /// @throws IOException if it cannot be made
    public static Git init(Path folder) throws IOException {
        var git = in(Files.createDirectories(folder));
        git.run("init", "-q", "-b", "main");
        return git;
    }

    /// {@return the same with one more environment variable}
    public Git with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Git(folder, more);
    }

    /// {@return the same in another folder}
    public Git at(Path other) {
        return new Git(other, environment);
    }

    /// Writes a file of the folder.
    ///
    /// @param file its path below the folder
    public Git write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    /// Writes a file, and commits it with all that is staged.
    ///
    /// @return the commit's id
    /// @throws IOException if that fails; the message holds git's output
    public String commit(String file, String content, String message) throws IOException {
        write(file, content).run("add", "--", file);
        run("commit", "-q", "-m", message);
        return id("HEAD");
    }

    /// {@return the id of what a name stands for, such as `HEAD` or `main:FILE`}
    ///
    /// @throws IOException if there is nothing of that name
    public String id(String name) throws IOException {
        return run("rev-parse", "--verify", "-q", name).strip();
    }

    /// {@return what git prints}
    ///
    /// @throws IOException if it fails or takes longer than a minute; the message holds all it said
    public String run(String... words) throws IOException {
        return output(attempt(words), words);
    }

    /// {@return what git prints when it reads a file as its input}
    ///
    /// @throws IOException if it fails or takes longer than a minute; the message holds all it said
    public String feed(Path input, String... words) throws IOException {
        return output(attempt(ProcessBuilder.Redirect.from(input.toFile()), words), words);
    }

    private static String output(Ended ended, String... words) throws IOException {
        if (ended.status() != 0) {
            throw new IOException(
                    "git %s failed (%d):\n%s%s"
                            .formatted(
                                    String.join(" ", words),
                                    ended.status(),
                                    ended.output(),
                                    ended.error()));
        }
        return ended.output();
    }

    /// {@return what git comes to}
    ///
    /// @throws IOException if it cannot be run, or takes longer than a minute
    public Ended attempt(String... words) throws IOException {
        return attempt(ProcessBuilder.Redirect.PIPE, words);
    }

    private Ended attempt(ProcessBuilder.Redirect input, String... words) throws IOException {
        var line = new ArrayList<>(List.of(Peer.GIT.require().toString()));
        line.addAll(List.of(words));
        // Files, and no pipes: a process that git leaves in the background would keep a pipe open.
        var output = Files.createTempFile("dnscli-git-", ".out");
        var error = Files.createTempFile("dnscli-git-", ".err");
        try {
            var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectInput(input);
            builder.environment().clear();
            builder.environment().putAll(environment);
            int status = run(builder.redirectOutput(output.toFile()).redirectError(error.toFile()));
            return new Ended(status, Files.readString(output), Files.readString(error));
        } finally {
            Files.delete(output);
            Files.delete(error);
        }
    }

    private static int run(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(String.join(" ", builder.command()) + " took too long");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}
