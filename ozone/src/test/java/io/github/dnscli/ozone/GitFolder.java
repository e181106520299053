package io.github.dnscli.ozone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.World;
import io.github.dnscli.testkit.Peer;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A repository in a folder, with git and `ozone` run in it, both without the settings of whoever runs the tests.
///
/// @param folder where both are run
/// @param environment their environment variables
record GitFolder(Path folder, Map<String, String> environment) {

    /// What a program came to.
    record Ended(int status, String output) {}

    /// {@return a fresh repository in a folder called `repository` within another}
    static GitFolder in(Path home) throws IOException {
        Peer.GIT.require();
        var folder = Files.createDirectories(home.resolve("repository"));
        var environment =
                new HashMap<>(
                        Map.of(
                                "HOME", home.toString(),
                                "PATH", programs(home) + File.pathSeparator + System.getenv("PATH"),
                                "GIT_CONFIG_GLOBAL", "/dev/null",
                                "GIT_CONFIG_NOSYSTEM", "1",
                                "GIT_AUTHOR_NAME", "A",
                                "GIT_AUTHOR_EMAIL", "a@example.com",
                                "GIT_COMMITTER_NAME", "C",
                                "GIT_COMMITTER_EMAIL", "c@example.com"));
        var repository = new GitFolder(folder, environment);
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    /// A folder with `ozone` in it, for hooks.
    private static Path programs(Path home) throws IOException {
        var folder = Files.createDirectories(home.resolve("programs"));
        Files.writeString(
                folder.resolve("ozone"),
                """
                #!/bin/sh
                exec '%s' -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                OzoneCommand.class.getName()));
        Files.setPosixFilePermissions(
                folder.resolve("ozone"), PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /// {@return the same with one more environment variable}
    GitFolder with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new GitFolder(folder, more);
    }

    /// {@return the same repository from a folder within}
    GitFolder at(String inside) {
        return new GitFolder(folder.resolve(inside), environment);
    }

    GitFolder write(String file, String content) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    /// Writes a file and stages it.
    GitFolder stage(String file, String content) throws IOException {
        write(file, content);
        git("add", "--", file);
        return this;
    }

    /// Writes a file, stages it, and commits all that is staged without asking hooks.
    GitFolder commit(String file, String content) throws IOException {
        stage(file, content);
        git("commit", "-q", "--no-verify", "-m", "a change");
        return this;
    }

    /// {@return what git prints}; it must succeed
    String git(String... words) throws IOException {
        var ended = attempt(words);
        assertThat(ended.status()).as(ended.output()).isZero();
        return ended.output();
    }

    /// {@return what git comes to}
    Ended attempt(String... words) throws IOException {
        var line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), output);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /// {@return what ozone comes to in this folder}
    CommandRun ozone(String... words) {
        var world =
                World.real()
                        .withDirectory(folder)
                        .withEnvironment(environment)
                        .withInput(new ByteArrayInputStream(new byte[0]));
        return CommandRun.of(new OzoneCommand(), world, words);
    }
}
