package io.github.dnscli.osh.history;

import io.github.dnscli.cli.SafeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The file of the lines that were typed. Nobody but its owner can read it, from the first octet on; several shells may
/// add to it at a time; it never grows beyond a bound.
///
/// @param path where it is
public record HistoryFile(Path path) {

    /// How many lines are kept.
    public static final int LINES = 2000;

    private static final long LARGEST = 1 << 20;

    /// {@return the file of a user: below `XDG_STATE_HOME`, or `.local/state` at home}
    ///
    /// @param environment the environment variables
    public static HistoryFile of(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        var folder =
                Path.of(state).isAbsolute()
                        ? Path.of(state)
                        : Path.of(environment.getOrDefault("HOME", ""), ".local", "state");
        return new HistoryFile(folder.resolve("dns-cli").resolve("history"));
    }

    /// {@return the lines, the oldest first; afterwards the file has no more than [#LINES]}
    ///
    /// @throws IOException if it cannot be read or made smaller
    public List<String> read() throws IOException {
        var lines = lines();
        if (lines.size() <= LINES) {
            return lines;
        }
        var latest = lines.subList(lines.size() - LINES, lines.size());
        byte[] text = (String.join("\n", latest) + "\n").getBytes(StandardCharsets.UTF_8);
        SafeFile.writeIfChanged(path, text, SafeFile.Access.SECRET);
        return List.copyOf(latest);
    }

    private List<String> lines() throws IOException {
        try (var file = FileChannel.open(path)) {
            long start = Math.max(0, file.size() - LARGEST);
            var octets = ByteBuffer.allocate((int) (file.size() - start));
            while (octets.hasRemaining() && file.read(octets, start + octets.position()) > 0) {
                // Each turn reads on.
            }
            var lines =
                    new String(octets.array(), 0, octets.position(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return start > 0 ? lines.subList(1, lines.size()) : lines;
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    /// Adds a line. Beyond the bound nothing is added until it is read again.
    ///
    /// @throws IOException if it cannot be written
    public void add(String line) throws IOException {
        create();
        try (var file =
                FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            if (file.size() < LARGEST) {
                file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private void create() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(path.toAbsolutePath().getParent(), owner);
        try {
            Files.newByteChannel(
                            path,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))
                    .close();
        } catch (FileAlreadyExistsException _) {
            // Another shell was quicker.
        }
    }
}
