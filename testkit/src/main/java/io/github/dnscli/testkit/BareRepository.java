package io.github.dnscli.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A repository without working files and with the branch `main`: the remote that several people push to.
///
/// @param git git in its folder
public record BareRepository(Git git) {

    /// {@return an empty one}
    ///
    /// @param folder made if there is none
    /// @throws IOException if it cannot be made
    public static BareRepository create(Path folder) throws IOException {
        var git = Git.in(Files.createDirectories(folder));
        git.run("init", "-q", "--bare", "-b", "main");
        return new BareRepository(git);
    }

    /// {@return where it is}
    public Path path() {
        return git.folder();
    }

    /// {@return git in a new working copy of it}
    ///
    /// @param folder made by this
    /// @throws IOException if the copy cannot be made
    public Git clone(Path folder) throws IOException {
        git.run("clone", "-q", path().toString(), folder.toString());
        return Git.in(folder);
    }

    /// {@return the first lines of the messages of all commits of `main`, the newest first}
    ///
    /// @throws IOException if there are none
    public List<String> log() throws IOException {
        return log("%s");
    }

    /// {@return a line for each commit of `main`, the newest first}
    ///
    /// @param format what is in the line, as `git log --format` has it
    /// @throws IOException if there are no commits
    public List<String> log(String format) throws IOException {
        return git.run("log", "--format=" + format, "main").lines().toList();
    }

    /// {@return the content of a file}
    ///
    /// @param revision a branch or a commit
    /// @param file its path in the repository
    /// @throws IOException if there is no such file
    public String read(String revision, String file) throws IOException {
        return git.run("cat-file", "blob", revision + ":" + file);
    }

    /// {@return the paths of all files, those in folders included}
    ///
    /// @param revision a branch or a commit
    /// @throws IOException if there is no such revision
    public List<String> files(String revision) throws IOException {
        return git.run("ls-tree", "-r", "--name-only", revision).lines().toList();
    }

    /// Sets one of its hooks.
    ///
    /// @param name such as `pre-receive`
    /// @param script a shell's, without its first line
    /// @throws IOException if it cannot be written
    public void hook(String name, String script) throws IOException {
        var file = Files.createDirectories(path().resolve("hooks")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Puts it aside, so that nobody finds it.
    ///
    /// @throws IOException if it cannot be moved
    public void goAway() throws IOException {
        Files.move(path(), aside());
    }

    /// Puts it back where it was.
    ///
    /// @throws IOException if it cannot be moved
    public void comeBack() throws IOException {
        Files.move(aside(), path());
    }

    private Path aside() {
        return path().resolveSibling(path().getFileName() + ".gone");
    }
}
