package io.github.dnscli.oserve.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Tells whether standard error goes to systemd's journal: `$JOURNAL_STREAM` then holds device and inode of the stream
/// (systemd.exec(5)), and a process whose standard error was redirected since has others there.
final class JournalStream {

    private static final String VARIABLE = "JOURNAL_STREAM";
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private JournalStream() {}

    static boolean isStandardError(Map<String, String> environment) {
        String stream = environment.getOrDefault(VARIABLE, "");
        return !stream.isEmpty() && stream.equals(identity(STANDARD_ERROR));
    }

    /// {@return device and inode, or nothing where there are none}
    static String identity(Path file) {
        try {
            var attributes = Files.readAttributes(file, "unix:dev,ino");
            return attributes.get("dev") + ":" + attributes.get("ino");
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }
}
