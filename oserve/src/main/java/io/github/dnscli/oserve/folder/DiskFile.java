package io.github.dnscli.oserve.folder;

import io.github.dnscli.common.check.KeyFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.text.FolderIncludes;
import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.gitstore.reading.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/// A file on the disk. Its content is read once.
public final class DiskFile implements TreeFile {

    private final Path path;
    private Optional<Source> text = Optional.empty();

    /// Names a file; nothing is read yet.
    public DiskFile(Path path) {
        this.path = path;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public boolean isRegular() {
        return Files.isRegularFile(path);
    }

    @Override
    public String version() throws IOException {
        return Fingerprint.of(text().bytes()).digest();
    }

    @Override
    public Source text() throws IOException {
        if (text.isEmpty()) {
            text = Optional.of(Source.read(path));
        }
        return text.get();
    }

    @Override
    public Includes includes() {
        return FolderIncludes.beside(path, path);
    }

    @Override
    public Optional<Finding> exposure() throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        boolean exposed =
                view != null
                        && view.readAttributes()
                                .permissions()
                                .contains(PosixFilePermission.OTHERS_READ);
        return exposed
                ? Optional.of(
                        KeyFileChecks.KEY_FILE_READABLE
                                .at(
                                        Place.wholeOf(path.toString()),
                                        "everybody on this machine can read the keys in it")
                                .withHint("chmod o= '" + path + "'"))
                : Optional.empty();
    }
}
