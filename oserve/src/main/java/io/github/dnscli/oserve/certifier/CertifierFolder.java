package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a certifier must not forget, in the files of a folder: for the owner's eyes only from their first octet on, each
/// replaced in one step and forced to the disk.
///
/// Whoever works on it for long has its [StateLock]; folders are made when the first text is written.
final class CertifierFolder implements StateStore {

    /// Two words at the most, none of which begins with a dot: no name leads out of the folder, nor to a file half written.
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9.-]{0,199}(/[a-z0-9][a-z0-9.-]{0,199})?");

    private static final Set<PosixFilePermission> FOREIGN =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    CertifierFolder(Path folder) {
        this.folder = folder;
    }

    /// {@return where it is}
    Path path() {
        return folder;
    }

    /// Makes the folder if it is not there.
    ///
    /// @throws IOException if it cannot be made; the message names it
    void create() throws IOException {
        create(folder.toAbsolutePath());
    }

    /// {@return whether others than its owner may put files into it, and so in place of keys}
    ///
    /// @throws IOException if that cannot be told
    boolean isOpenToOthers() throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(folder).stream().anyMatch(FOREIGN::contains);
    }

    /// Asks for a folder that somebody has used before.
    ///
    /// @throws IOException if it is not there; the message names it
    void requireThere() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        return SmallFile.readIfThere(file(name));
    }

    @Override
    public void write(String name, String text) throws IOException {
        var file = file(name);
        create(file.toAbsolutePath().resolveSibling(""));
        SafeFile.writeIfChanged(
                file, text.getBytes(StandardCharsets.UTF_8), SafeFile.Access.SECRET);
    }

    @Override
    public void remove(String name) throws IOException {
        var file = file(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException trouble) {
            throw new IOException("cannot delete: " + IoTrouble.describe(trouble), trouble);
        }
    }

    @Override
    public List<String> names(String word) throws IOException {
        var part = file(word);
        try (var files = Files.list(part)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> NAME.matcher(word + "/" + name).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a text");
        }
        return folder.resolve(name);
    }

    private static void create(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return;
        }
        var parent = wanted.getParent();
        if (parent != null) {
            create(parent);
        }
        try {
            Files.createDirectory(wanted, ownerOnly(wanted));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(wanted)) {
                throw new IOException("'" + wanted + "' is in the way: it is no folder", e);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path wanted) {
        return mode(wanted, "rwx------");
    }

    /// {@return the mode of a file that is for its owner alone, where there are modes}
    static FileAttribute<?>[] secret(Path file) {
        return mode(file, "rw-------");
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
