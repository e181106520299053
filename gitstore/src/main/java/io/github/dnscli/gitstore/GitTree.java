package io.github.dnscli.gitstore;

import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.gitstore.reading.FileTree;
import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.StoredFile;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The files of a commit.
///
/// @param repository where it is
/// @param revision the commit
record GitTree(ZoneRepository repository, Revision revision) implements FileTree {

    @Override
    public List<? extends TreeFile> files() throws IOException {
        return repository.files(revision).stream()
                .map(stored -> new GitFile(this, stored))
                .sorted(PLAINEST_FIRST)
                .toList();
    }

    /// {@return a file anywhere in the commit}
    ///
    /// @param path its path, `/` between folders
    Optional<GitFile> file(String path) throws IOException {
        return repository.file(revision, path).map(stored -> new GitFile(this, stored));
    }

    /// {@return the files at its top that are other than in an earlier commit, or not in that}
    List<GitFile> unlike(GitTree earlier) throws IOException {
        var blobs =
                earlier.repository.files(earlier.revision).stream()
                        .collect(Collectors.toMap(StoredFile::path, StoredFile::blob));
        return repository.files(revision).stream()
                .filter(stored -> !stored.blob().equals(blobs.get(stored.path())))
                .map(stored -> new GitFile(this, stored))
                .toList();
    }

    /// A file of a commit.
    ///
    /// @param tree the commit
    /// @param stored the file
    record GitFile(GitTree tree, StoredFile stored) implements TreeFile {

        @Override
        public Path path() {
            return Path.of(stored.path());
        }

        @Override
        public boolean isRegular() {
            return stored.isRegular();
        }

        @Override
        public String version() {
            return stored.blob();
        }

        @Override
        public Source text() throws IOException {
            return new Source(tree.repository.content(stored.blob()), stored.path());
        }

        @Override
        public Includes includes() {
            return new TreeIncludes(tree);
        }
    }
}
