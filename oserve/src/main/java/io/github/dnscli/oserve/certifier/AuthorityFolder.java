package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.own.OpenedAuthority;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A folder that keeps a private authority: `root.pem` and `intermediate.pem`, a certificate and its private key each,
/// for the owner's eyes only.
final class AuthorityFolder implements StateStore {

    private static final int LARGEST_FILE = 1 << 16;

    private final Path folder;

    private AuthorityFolder(Path folder) {
        this.folder = folder;
    }

    /// {@return the authority in a folder}; the folder and the authority are made if they are not there. Processes that
    /// do so at once take turns, and have the same authority afterwards.
    ///
    /// @throws IOException if the folder cannot be used; the message names it
    static OpenedAuthority open(
            Path folder, Duration lifetime, Supplier<Set<DomainName>> zones, InstantSource clock)
            throws IOException {
        create(folder);
        var lock = folder.resolve("lock");
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return PrivateAuthority.open(
                    new AuthorityFolder(folder),
                    PrivateSettings.DEFAULT.withLifetime(lifetime),
                    zones,
                    clock,
                    new SecureRandom());
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, ownerOnly(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        var file = file(name);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException("'" + file + "' is too large for a certificate and its key");
            }
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, String text) throws IOException {
        var file = file(name);
        create(file.resolveSibling(""));
        SafeFile.writeIfChanged(
                file, text.getBytes(StandardCharsets.UTF_8), SafeFile.Access.SECRET);
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    @Override
    public List<String> names(String within) throws IOException {
        try (Stream<Path> files = Files.list(file(within))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
