package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// The folder that a repository lies in, made and opened.
final class RepositoryFolder {

    private RepositoryFolder() {}

    /// {@return the repository in a folder, made for us alone if there is none}
    static Repository open(Path folder) throws IOException {
        boolean isNew = !Files.exists(folder.resolve("HEAD"));
        if (isNew) {
            make(folder);
        } else {
            removeLeftLocks(folder);
        }
        try {
            var builder = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare();
            var repository = builder.setMustExist(!isNew).build();
            if (isNew) {
                repository.create(true);
                settle(repository);
            }
            return repository;
        } catch (RepositoryNotFoundException notOne) {
            throw new IOException("'" + folder + "' is no git repository", notOne);
        }
    }

    private static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void settle(Repository repository) throws IOException {
        var config = repository.getConfig();
        // What a commit consists of is on the disk when it is named.
        config.setBoolean("core", null, "fsyncObjectFiles", true);
        config.setBoolean("core", null, "fsyncRefFiles", true);
        // A commit is waited for, and a pack is not: a sixth more room for a fifth of the time.
        config.setInt("core", null, "compression", 1);
        config.setInt("pack", null, "compression", 6);
        // One thread packs, and the others go on answering queries.
        config.setInt("pack", null, "threads", 1);
        config.setBoolean("pack", null, "buildBitmaps", false);
        // So many versions of a large zone are held at once to find differences. A bound in octets,
        // JGit does not survive.
        config.setInt("pack", null, "window", 3);
        config.setString("gc", null, "prunePackExpire", "now");
        config.save();
    }

    /// The repository is ours alone: a lock that lies there was left by a process that was killed in the middle of a write.
    private static void removeLeftLocks(Path folder) throws IOException {
        try (var files = Files.list(folder);
                var refs = Files.walk(folder.resolve("refs"))) {
            for (var file : Stream.concat(files, refs).toList()) {
                if (file.toString().endsWith(".lock")) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
