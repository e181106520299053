package io.github.dnscli.oserve.check;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder that is gone when it is closed, with all that is in it.
///
/// @param path where it is
record PassingFolder(Path path) implements Closeable {

    /// {@return a new one, which only its owner can look into}
    ///
    /// @throws IOException if it cannot be made
    static PassingFolder create() throws IOException {
        return new PassingFolder(Files.createTempDirectory("oserve-check"));
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
