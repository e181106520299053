package io.github.dnscli.cli;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Files that are small if they are what they should be: keys, requests, certificates.
public final class SmallFile {

    private static final int LARGEST = 1 << 20;

    private SmallFile() {}

    /// {@return the text of a file}
    ///
    /// @throws IOException if it cannot be read, or is larger than 1 MiB
    public static String read(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new FileSystemException(file.toString(), null, "larger than a mebibyte");
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (FileSystemException known) {
            throw known;
        } catch (IOException trouble) {
            throw new IOException(
                    "cannot read '" + file + "': " + IoTrouble.describe(trouble), trouble);
        }
    }

    /// {@return the text of a file, if there is one}
    ///
    /// @throws IOException if it is there and cannot be read, or is larger than 1 MiB
    public static Optional<String> readIfThere(Path file) throws IOException {
        try {
            return Optional.of(read(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
