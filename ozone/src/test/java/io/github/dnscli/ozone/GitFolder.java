package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.World;
import io.github.dnscli.testkit.Git;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A repository in a folder, with git and `ozone` run in it, both without the settings of whoever runs the tests.
///
/// @param git git in the folder; `ozone` has the same environment variables
record GitFolder(Git git) {

    /// What a program came to.
    record Ended(int status, String output) {}

    /// {@return a fresh repository in a folder called `repository` within another}
    static GitFolder in(Path home) throws IOException {
        String path = programs(home) + File.pathSeparator + System.getenv("PATH");
        return new GitFolder(
                Git.init(home.resolve("repository"))
                        .with("HOME", home.toString())
                        .with("PATH", path));
    }

    Path folder() {
        return git.folder();
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
        return new GitFolder(git.with(variable, value));
    }

    /// {@return the same repository from a folder within}
    GitFolder at(String inside) {
        return new GitFolder(git.at(folder().resolve(inside)));
    }

    GitFolder write(String file, String content) throws IOException {
        git.write(file, content);
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
        var ended = git.attempt(words);
        return new Ended(ended.status(), ended.output() + ended.error());
    }

    /// {@return what ozone comes to in this folder}
    CommandRun ozone(String... words) {
        var world =
                World.real()
                        .withDirectory(folder())
                        .withEnvironment(git.environment())
                        .withInput(new ByteArrayInputStream(new byte[0]));
        return CommandRun.of(new OzoneCommand(), world, words);
    }
}
