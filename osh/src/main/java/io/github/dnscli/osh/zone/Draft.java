package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;

/// The text that the user edits: a file of his own, or one in a folder that nobody else can enter.
///
/// @param file where it lies
/// @param folder the folder that was made for it, if there is one
record Draft(Path file, Optional<Path> folder) {

    /// {@return a file of the user's own}
    static Draft own(Path file) {
        return new Draft(file, Optional.empty());
    }

    /// {@return a new file that only the user can read}
    static Draft secret(World world, DomainName zone) throws IOException {
        var place =
                world.environment().getOrDefault("TMPDIR", System.getProperty("java.io.tmpdir"));
        var folder =
                Files.createTempDirectory(
                        Path.of(place),
                        "osh-",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        var file =
                Files.createFile(
                        folder.resolve(zone.display().replace('/', '-') + ".zone"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        return new Draft(file, Optional.of(folder));
    }

    void write(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// Gives the file another text; the one it had stays beside it.
    ///
    /// @return where that is
    Path replace(String text) throws IOException {
        var old = file.resolveSibling(file.getFileName() + ".mine");
        Files.copy(
                file, old, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        write(text);
        return old;
    }

    /// Takes it away, if it is not the user's own.
    void discard() throws IOException {
        if (folder.isPresent()) {
            try (var files = Files.walk(folder.get())) {
                for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
