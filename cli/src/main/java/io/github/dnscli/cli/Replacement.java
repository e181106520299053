package io.github.dnscli.cli;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// A file about to take another's place.
///
/// @param target the place
/// @param temporary the file, in the same folder, so that renaming is atomic
/// @param access who may read it
record Replacement(Path target, Path temporary, SafeFile.Access access) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> NOBODY_ELSE =
            PosixFilePermissions.fromString("rwxrwx---");

    /// {@return a replacement, not yet written}
    static Replacement of(Path target, SafeFile.Access access) {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
        return new Replacement(target, target.resolveSibling(name), access);
    }

    void write(byte[] content) throws IOException {
        try {
            fill(content);
            if (Files.exists(target)) {
                inherit();
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder();
    }

    private void fill(byte[] content) throws IOException {
        Files.deleteIfExists(temporary);
        try (var channel = FileChannel.open(temporary, Set.of(CREATE_NEW, WRITE), birthMode())) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private FileAttribute<?>[] birthMode() {
        boolean closed = access == SafeFile.Access.SECRET || Files.exists(target);
        return closed && isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return target.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void inherit() throws IOException {
        if (!isPosix()) {
            return;
        }
        var old = Files.readAttributes(target, PosixFileAttributes.class);
        var mode = EnumSet.copyOf(OWNER_ONLY);
        mode.addAll(old.permissions());
        if (access == SafeFile.Access.SECRET) {
            mode.retainAll(inheritsOwner(old) ? NOBODY_ELSE : OWNER_ONLY);
        } else {
            inheritsOwner(old);
        }
        Files.setPosixFilePermissions(temporary, mode);
    }

    /// {@return whether the file now belongs to whom the old one belonged to: only the administrator can give files away}
    private boolean inheritsOwner(PosixFileAttributes old) throws IOException {
        var view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        var mine = view.readAttributes();
        if (mine.group().equals(old.group()) && mine.owner().equals(old.owner())) {
            return true;
        }
        try {
            view.setGroup(old.group());
            view.setOwner(old.owner());
            return true;
        } catch (FileSystemException _) {
            return false;
        }
    }

    /// A renamed file is safe from a power cut only when its folder is on the disk too.
    private void forceFolder() throws IOException {
        if (isPosix()) {
            try (var folder = FileChannel.open(target.toAbsolutePath().getParent(), READ)) {
                folder.force(true);
            }
        }
    }
}
