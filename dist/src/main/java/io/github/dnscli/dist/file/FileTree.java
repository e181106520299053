package io.github.dnscli.dist.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;

/// Folders with all that is in them.
public final class FileTree {

    private FileTree() {}

    /// Deletes a folder, if there is one.
    public static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Gives all files and links one time, and permissions that do not depend on who builds.
    public static void settle(Path root, Instant time) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                var rights = Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
                Files.getFileAttributeView(file, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                        .setTimes(FileTime.from(time), null, null);
            }
        }
    }
}
