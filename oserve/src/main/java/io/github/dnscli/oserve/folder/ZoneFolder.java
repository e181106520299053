package io.github.dnscli.oserve.folder;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.reading.FileTree;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.gitstore.reading.ZoneFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A folder with a file for each zone, key files, and whatever else people keep beside them. Used by one thread at a
/// time.
public final class ZoneFolder implements FileTree {

    private final Path directory;
    private final ZoneFiles files;

    /// Describes a folder; nothing is read yet.
    ///
    /// @param rights knows of grants, anew at each look
    public ZoneFolder(Path directory, Supplier<KeyRights> rights) {
        this.directory = directory;
        this.files = new ZoneFiles(rights);
    }

    /// {@return the folder}
    public Path directory() {
        return directory;
    }

    /// {@return what is in the folder}; files that have not changed since the last look are not parsed again
    ///
    /// @param moreKeys key files elsewhere, whose keys may be for any zone
    /// @throws IOException if the folder cannot be listed
    public Reading read(List<? extends TreeFile> moreKeys) throws IOException {
        return files.read(this, moreKeys);
    }

    @Override
    public List<DiskFile> files() throws IOException {
        try (var paths = Files.list(directory)) {
            return paths.map(DiskFile::new).sorted(PLAINEST_FIRST).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// {@return the file of a zone, if there is one}
    ///
    /// @throws IOException if the folder cannot be listed
    Optional<DiskFile> fileOf(DomainName origin) throws IOException {
        return ZoneFiles.fileOf(this, origin).map(file -> new DiskFile(file.path()));
    }
}
