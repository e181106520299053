package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Reads commits and what is in them. Many threads may at once, each with a reader of its own.
///
/// @param repository where they are
record History(Repository repository) {

    /// {@return the files at the top of a commit}
    List<StoredFile> files(Revision revision) throws IOException {
        try (var walk = new RevWalk(repository);
                var tree = new TreeWalk(walk.getObjectReader())) {
            tree.addTree(walk.parseCommit(id(revision)).getTree());
            var files = new ArrayList<StoredFile>();
            while (tree.next()) {
                files.add(file(tree));
            }
            return List.copyOf(files);
        }
    }

    /// {@return a file of a commit, anywhere in it}
    Optional<StoredFile> file(Revision revision, String path) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return file(walk.getObjectReader(), walk.parseCommit(id(revision)), path);
        }
    }

    private static Optional<StoredFile> file(ObjectReader reader, RevCommit commit, String path)
            throws IOException {
        try (var tree = TreeWalk.forPath(reader, path, commit.getTree())) {
            return tree == null ? Optional.empty() : Optional.of(file(tree));
        }
    }

    private static StoredFile file(TreeWalk tree) throws IOException {
        var id = tree.getObjectId(0);
        var mode = tree.getFileMode(0);
        boolean isRegular =
                mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
        long size = isRegular ? tree.getObjectReader().getObjectSize(id, Constants.OBJ_BLOB) : 0;
        return new StoredFile(tree.getPathString(), id.name(), isRegular, size);
    }

    /// {@return the content of a file}
    byte[] content(String blob) throws IOException {
        try (var reader = repository.newObjectReader()) {
            return reader.open(ObjectId.fromString(blob), Constants.OBJ_BLOB).getBytes();
        }
    }

    /// {@return the message of a commit}
    String message(Revision revision) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.parseCommit(id(revision)).getFullMessage();
        }
    }

    /// {@return the author's name of a commit}
    String author(Revision revision) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.parseCommit(id(revision)).getAuthorIdent().getName();
        }
    }

    /// {@return the first parent of a commit}
    Optional<Revision> parent(Revision revision) throws IOException {
        try (var walk = new RevWalk(repository)) {
            var commit = walk.parseCommit(id(revision));
            return commit.getParentCount() == 0
                    ? Optional.empty()
                    : Optional.of(revision(commit.getParent(0)));
        }
    }

    /// {@return whether a commit is another or one of its ancestors}
    boolean isWithin(Revision ancestor, Revision revision) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(id(ancestor)), walk.parseCommit(id(revision)));
        }
    }

    /// {@return the commits that one has and another has not; the oldest first}
    List<Revision> between(Optional<Revision> without, Revision from) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.sort(RevSort.REVERSE, true);
            walk.markStart(walk.parseCommit(id(from)));
            if (without.isPresent()) {
                walk.markUninteresting(walk.parseCommit(id(without.get())));
            }
            var found = new ArrayList<Revision>();
            walk.forEach(commit -> found.add(revision(commit)));
            return List.copyOf(found);
        }
    }

    /// {@return the versions of a file along first parents, the newest first}
    ///
    /// @param most how many commits to look at
    List<StoredFile> versions(Revision from, String path, int most) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(id(from)));
            var versions = new ArrayList<StoredFile>();
            int looked = 0;
            for (var commit = walk.next(); commit != null && looked < most; commit = walk.next()) {
                file(walk.getObjectReader(), commit, path)
                        .filter(StoredFile::isRegular)
                        .filter(file -> versions.isEmpty() || !versions.getLast().equals(file))
                        .ifPresent(versions::add);
                looked++;
            }
            return List.copyOf(versions);
        }
    }

    static ObjectId id(Revision revision) {
        return ObjectId.fromString(revision.id());
    }

    static Revision revision(ObjectId id) {
        return new Revision(id.name());
    }
}
