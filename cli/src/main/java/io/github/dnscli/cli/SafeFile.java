package io.github.dnscli.cli;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Files that are either the old or the new, never half of one, and never readable by more people than meant.
///
/// A temporary file in the same folder takes the content, is forced to the disk and renamed. A symbolic link stays and the
/// file behind it is replaced. A file that is replaced passes its owner and mode on.
public final class SafeFile {

    /// Who may read a file.
    public enum Access {
        /// Whom the process's umask allows.
        PUBLIC,
        /// The owner alone, from the first octet on; others never.
        SECRET
    }

    /// What became of a file.
    public enum Outcome {
        /// It did not exist.
        CREATED,
        /// It has new content.
        CHANGED,
        /// It had this content already and was not touched.
        UNCHANGED
    }

    private SafeFile() {}

    /// Gives a file this content.
    ///
    /// @throws ClosedByInterruptException if the calling thread is told to stop
    /// @throws IOException if it cannot be written; then the old file is as it was
    public static Outcome writeIfChanged(Path file, byte[] content, Access access)
            throws IOException {
        try {
            Path target = behindLinks(file);
            boolean exists = Files.exists(target);
            if (exists && holds(target, content)) {
                return Outcome.UNCHANGED;
            }
            requireWritable(target);
            Replacement.of(target, access).write(content);
            return exists ? Outcome.CHANGED : Outcome.CREATED;
        } catch (ClosedByInterruptException toldToStop) {
            throw toldToStop;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /// Finds out whether a file could be written, without touching it: better before a request leaves than after.
    ///
    /// @throws IOException if it could not
    public static void requireTarget(Path file) throws IOException {
        try {
            Path target = behindLinks(file);
            requireWritable(target);
            Path folder = target.resolveSibling("");
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
        } catch (FileSystemException e) {
            throw cannotWrite(file, e);
        }
    }

    /// A full disk is told without the name of a file.
    private static IOException cannotWrite(Path file, IOException cause) {
        String reason =
                cause instanceof FileSystemException trouble
                        ? IoTrouble.reason(trouble)
                        : IoTrouble.describe(cause).toLowerCase(Locale.ROOT);
        return new IOException("cannot write '" + file + "': " + reason, cause);
    }

    private static void requireWritable(Path target) throws AccessDeniedException {
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
    }

    private static boolean holds(Path target, byte[] content) throws IOException {
        return Files.isReadable(target)
                && Files.size(target) == content.length
                && Arrays.equals(Files.readAllBytes(target), content);
    }

    private static Path behindLinks(Path file) throws IOException {
        Path at = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == 40) {
                throw new FileSystemException(file.toString(), null, "too many symbolic links");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        if (Files.isDirectory(at)) {
            throw new FileSystemException(at.toString(), null, "it is a folder");
        }
        return at;
    }
}
