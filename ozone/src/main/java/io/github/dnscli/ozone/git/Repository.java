package io.github.dnscli.ozone.git;

import io.github.dnscli.cli.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The repository that the user's folder belongs to. Paths lead from its top on; labels are what the user would write.
public final class Repository implements AutoCloseable {

    private static final String WHOLE = ":/";

    private final Git git;
    private final World world;
    private final RepositoryPaths paths;
    private Optional<ObjectReader> objects = Optional.empty();

    private Repository(Git git, World world, RepositoryPaths paths) {
        this.git = git;
        this.world = world;
        this.paths = paths;
    }

    /// {@return the repository}
    ///
    /// @param limit how long git may take, each time
    /// @throws GitTrouble if there is no git, or no repository with files
    public static Repository open(World world, Duration limit) throws GitTrouble {
        var git = Git.in(world, limit);
        return new Repository(
                git, world, new RepositoryPaths(line(git.output("rev-parse", "--show-prefix"))));
    }

    /// {@return what is staged and differs from the last commit}, in order of the paths
    ///
    /// @throws GitTrouble if git cannot tell
    public List<Change> staged() throws GitTrouble {
        return Listing.changes(git.output(diff("--cached", "--ita-invisible-in-index", "--")));
    }

    /// {@return what of the files on the disk that git knows differs from a tree}; what they hold is on the disk
    ///
    /// @param tree the name of a tree object
    /// @throws GitTrouble if git cannot tell
    public List<Change> since(String tree) throws GitTrouble {
        return Listing.changes(git.output(diff(tree, "--")));
    }

    private static String[] diff(String... more) {
        var words =
                List.of(
                        "diff",
                        "--raw",
                        "-z",
                        "--no-renames",
                        "--no-abbrev",
                        "--no-relative",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--ignore-submodules=all");
        return Stream.concat(words.stream(), List.of(more).stream()).toArray(String[]::new);
    }

    /// {@return the files on the disk that git neither knows nor ignores}
    ///
    /// @throws GitTrouble if git cannot tell
    public List<String> untracked() throws GitTrouble {
        return Listing.items(
                git.output(
                        "ls-files",
                        "-z",
                        "--others",
                        "--exclude-standard",
                        "--full-name",
                        "--",
                        WHOLE));
    }

    /// {@return the name of the tree of a revision}
    ///
    /// @throws GitTrouble if there is no such revision
    public String tree(String revision) throws GitTrouble {
        var answer =
                git.ask(
                        "rev-parse",
                        "--verify",
                        "--quiet",
                        "--end-of-options",
                        revision + "^{tree}");
        if (answer.status() != 0) {
            throw new GitTrouble("'" + revision + "' is no revision of this repository", "");
        }
        return line(answer.output());
    }

    /// {@return all files of a tree, by their paths}
    ///
    /// @throws GitTrouble if git cannot tell
    public Map<String, Blob> filesOf(String tree) throws GitTrouble {
        return Listing.tree(git.output("ls-tree", "-r", "-z", "--full-tree", tree));
    }

    /// {@return all files of the last commit, by their paths}; none before the first
    ///
    /// @throws GitTrouble if git cannot tell
    public Map<String, Blob> filesOfLastCommit() throws GitTrouble {
        var head = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{tree}");
        return head.status() == 0 ? filesOf(line(head.output())) : Map.of();
    }

    /// {@return all files as they are staged, by their paths}
    ///
    /// @throws GitTrouble if git cannot tell
    public Map<String, Blob> index() throws GitTrouble {
        return Listing.index(git.output("ls-files", "-s", "-z", "--full-name", "--", WHOLE));
    }

    /// {@return the paths of staged files, or of those on the disk, that have a line which a pattern matches}
    ///
    /// @param pattern an extended regular expression, the case of letters aside
    /// @throws GitTrouble if git cannot tell
    public List<String> matching(String pattern, boolean staged) throws GitTrouble {
        var answer =
                git.ask(
                        "grep",
                        "-I",
                        "-l",
                        "-z",
                        "-i",
                        "-E",
                        "--full-name",
                        "--no-color",
                        "--no-recurse-submodules",
                        staged ? "--cached" : "--untracked",
                        "-e",
                        pattern,
                        "--",
                        WHOLE);
        // 1 says that no file does.
        if (answer.status() > 1) {
            throw new GitTrouble("'git grep' failed: " + answer.complaint(), "");
        }
        return Listing.items(answer.output());
    }

    /// {@return whether git knows a file by this path, staged or committed}
    ///
    /// @throws GitTrouble if git cannot tell
    public boolean knows(String path) throws GitTrouble {
        String pathspec = ":(top,literal)" + path;
        return !git.output("ls-files", "-z", "--full-name", "--", pathspec).isEmpty();
    }

    /// {@return the content of a file}
    ///
    /// @throws IOException if it is not there, or too large
    public byte[] read(Blob blob, String label) throws IOException {
        return objects().read(blob, label);
    }

    private synchronized ObjectReader objects() throws GitTrouble {
        if (objects.isEmpty()) {
            objects = Optional.of(ObjectReader.start(git));
        }
        return objects.get();
    }

    /// {@return the name of a file as the user would write it}
    public String label(String path) {
        return paths.label(path);
    }

    /// {@return the path of what the user calls by this name}; empty if that is not in the repository, the top itself is
    /// the empty path
    ///
    /// @throws IOException if that cannot be found out
    public Optional<String> path(String name) throws IOException {
        var file = Path.of(name);
        return file.isAbsolute() ? pathOfAbsolute(file) : paths.path(name);
    }

    private Optional<String> pathOfAbsolute(Path file) throws IOException {
        var top = Path.of(line(git.output("rev-parse", "--show-toplevel")));
        for (var candidate : List.of(file.normalize(), real(file))) {
            if (candidate.startsWith(top)) {
                return new RepositoryPaths("").path(top.relativize(candidate).toString());
            }
        }
        return Optional.empty();
    }

    private static Path real(Path file) throws IOException {
        var folder = file.normalize().getParent();
        return folder == null || !folder.toFile().exists()
                ? file
                : folder.toRealPath().resolve(file.normalize().getFileName());
    }

    /// {@return the path that a name means in the folder of another file}; empty if that is not in the repository
    public static Optional<String> beside(String path, String name) {
        return new RepositoryPaths(path.substring(0, path.lastIndexOf('/') + 1)).path(name);
    }

    /// {@return where git looks for hooks: `core.hooksPath` and shared worktrees count}
    ///
    /// @throws GitTrouble if git cannot tell
    public Path hooks() throws GitTrouble {
        String folder =
                line(git.output("rev-parse", "--path-format=absolute", "--git-path", "hooks"));
        return world.file(folder);
    }

    private static String line(String output) {
        return output.endsWith("\n") ? output.substring(0, output.length() - 1) : output;
    }

    @Override
    public void close() {
        objects.ifPresent(ObjectReader::close);
    }
}
