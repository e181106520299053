package io.github.dnscli.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A repository with a commit for each version of each file, and what git says of them: two processes for any number of
/// commits.
final class EditHistory implements AutoCloseable {

    private static final String MARK = "\u0001";

    private final Path folder;
    private final Path commits;
    private final OutputStream stream;
    private int count;

    EditHistory(Path folder) throws IOException {
        this.folder = folder;
        this.commits = folder.resolve("commits");
        this.stream = new BufferedOutputStream(Files.newOutputStream(commits));
    }

    /// Commits a version of a file.
    ///
    /// @return the number of the commit, from 0
    int commit(String file, byte[] text) throws IOException {
        say("commit refs/heads/main\ncommitter C <c@example.com> 0 +0000\ndata 0\n");
        say("M 100644 inline " + file + "\ndata " + text.length + "\n");
        stream.write(text);
        say("\n");
        return count++;
    }

    private void say(String command) throws IOException {
        stream.write(command.getBytes(UTF_8));
    }

    /// {@return the diff of each commit, in the order of the commits}
    List<String> diffs() throws IOException {
        stream.close();
        var git = Git.init(folder.resolve("repository"));
        git.feed(commits, "fast-import", "--quiet");
        String log =
                git.run("log", "--reverse", "-p", "-U0", "--no-color", "--format=%x01", "main");
        var diffs = new ArrayList<>(List.of(log.split(MARK + "\n")));
        diffs.removeFirst();
        return diffs;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
