package io.github.dnscli.oserve.primary;

import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.Git;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Zones in a remote repository, an operator's working copy of it, and room for what a server remembers.
///
/// @param remote the repository
/// @param operator git in the working copy
/// @param state the folder of the server's state
record GitScene(BareRepository remote, Git operator, Path state) {

    /// {@return a scene with some files in the repository}
    ///
    /// @param folder holds everything
    static GitScene create(Path folder, Map<String, String> files) throws IOException {
        var remote = BareRepository.create(folder.resolve("zones.git"));
        var operator = remote.clone(folder.resolve("operator"));
        for (var file : files.entrySet()) {
            operator.write(file.getKey(), file.getValue());
        }
        var scene = new GitScene(remote, operator, folder.resolve("state"));
        scene.push("Begin");
        return scene;
    }

    /// {@return the options of a server for these zones, which fetches only when it is told to}
    List<String> options(String... more) {
        var options =
                new ArrayList<>(
                        List.of(
                                "--remote",
                                remote.path() + "#main",
                                "--state",
                                state.toString(),
                                "--poll",
                                "0",
                                "--no-notify"));
        options.addAll(List.of(more));
        return options;
    }

    /// {@return a server for these zones, within the test}
    RunningPrimary serve(String... more) {
        return RunningPrimary.with(options(more));
    }

    /// {@return a server for these zones, as a process}
    ///
    /// @param log the file for its log
    /// @param port where it listens; 0 for any free port
    PrimaryProcess serveApart(Path log, int port, String... more) throws IOException {
        var options = options(more);
        options.addAll(List.of("--listen", "127.0.0.1:" + port));
        return PrimaryProcess.start(log, options);
    }

    /// Commits all that stands in the working copy, and pushes it.
    ///
    /// @return the commit
    String push(String message) throws IOException {
        operator.run("add", "-A");
        operator.run("commit", "-q", "-m", message);
        operator.run("push", "-q", "origin", "main");
        return operator.id("HEAD");
    }

    /// Gets the working copy what the remote has.
    void pull() throws IOException {
        operator.run("pull", "-q", "--rebase", "origin", "main");
    }

    /// {@return the content of a file in the remote repository}
    String read(String file) throws IOException {
        return remote.read("main", file);
    }

    /// Waits until a file in the remote repository is as wished.
    void await(String what, String file, Predicate<String> wish) throws IOException {
        Patience.until(what, () -> wish.test(read(file)));
    }
}
