package io.github.dnscli.certificate.service;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Two files: the private key, for its owner's eyes only from the first octet on, and the certificate chain. Each is
/// replaced in one step, and safe from a power cut once written.
///
/// @param key the file of the private key
/// @param chain the file of the certificate chain
public record PemFiles(Path key, Path chain) implements IdentityStore {

    private static final long MAX_OCTETS = 1 << 20;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// {@return `HOST.key` and `HOST.pem` in a folder, as `ocertify` names them}
    public static PemFiles in(Path folder, String host) {
        return new PemFiles(folder.resolve(host + ".key"), folder.resolve(host + ".pem"));
    }

    @Override
    public Optional<String> readKey() throws IOException {
        return read(key);
    }

    @Override
    public void writeKey(String pem) throws IOException {
        write(key, pem, OWNER_ONLY);
    }

    @Override
    public Optional<String> readChain() throws IOException {
        return read(chain);
    }

    @Override
    public void writeChain(String pem) throws IOException {
        write(chain, pem);
    }

    private static Optional<String> read(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_OCTETS) {
                throw new IOException("'" + file + "' is larger than 1 MiB");
            }
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (FileSystemException trouble) {
            throw new IOException(
                    "cannot read '%s': %s".formatted(file, IoTrouble.reason(trouble)), trouble);
        }
    }

    private static void write(Path file, String text, FileAttribute<?>... birth)
            throws IOException {
        var folder = file.toAbsolutePath().resolveSibling("");
        var name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
        var temporary = folder.resolve(name);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            fill(temporary, text, posix ? birth : new FileAttribute<?>[0]);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            if (posix) {
                force(folder);
            }
        } catch (FileSystemException trouble) {
            throw new IOException(
                    "cannot write '%s': %s".formatted(file, IoTrouble.reason(trouble)), trouble);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path temporary, String text, FileAttribute<?>... birth)
            throws IOException {
        Files.deleteIfExists(temporary);
        try (var channel = FileChannel.open(temporary, Set.of(CREATE_NEW, WRITE), birth)) {
            var octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
    }

    /// A renamed file is safe from a power cut only when its folder is on the disk too.
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    /// {@return the file of the key in quotes, for people}
    @Override
    public String toString() {
        return "'" + key + "'";
    }
}
