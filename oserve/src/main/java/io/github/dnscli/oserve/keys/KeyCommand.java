package io.github.dnscli.oserve.keys;

import io.github.dnscli.cli.DurationText;
import io.github.dnscli.common.key.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/// A command that prints a key file. What it prints is never shown; what it says on its standard error is.
///
/// @param text the command, for the shell
/// @param directory where it runs
/// @param limit how long it may take
public record KeyCommand(String text, Path directory, Duration limit) {

    /// What its output is called in messages.
    static final String NAME = "--key-command";

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);
    private static final int LARGEST = 1 << 20;
    private static final int MOST_SAID = 1 << 14;

    /// A command that may take 30 seconds.
    public KeyCommand(String text, Path directory) {
        this(text, directory, USUAL_LIMIT);
    }

    /// {@return the key file that the command prints}
    ///
    /// @param said gets each line that it prints on its standard error
    /// @throws IOException if it fails, takes too long, or prints no key
    String run(Consumer<String> said) throws IOException {
        var process = start();
        try {
            return output(process, said);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure("was broken off");
        } finally {
            kill(process);
        }
    }

    private Process start() throws IOException {
        var process =
                new ProcessBuilder("sh", "-c", text)
                        .directory(directory.toAbsolutePath().toFile())
                        .start();
        process.getOutputStream().close();
        return process;
    }

    /// Ends the process by its handle: the process itself would close its streams, and what is in them is still wanted.
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    private String output(Process process, Consumer<String> said)
            throws IOException, InterruptedException {
        var output = StreamText.reading(process.getInputStream(), LARGEST + 1);
        var errors = StreamText.reading(process.getErrorStream(), MOST_SAID);
        boolean isInTime = process.waitFor(limit);
        kill(process);
        errors.await().lines().filter(line -> !line.isBlank()).forEach(said);
        if (!isInTime) {
            throw failure("did not end within " + DurationText.print(limit));
        }
        if (process.exitValue() != 0) {
            throw failure("failed with status " + process.exitValue());
        }
        return judged(output.await());
    }

    private static String judged(String printed) throws IOException {
        if (printed.length() > LARGEST) {
            throw failure("printed more than a mebibyte");
        }
        if (KeyFile.parse(printed, NAME).keys().isEmpty()) {
            throw failure("printed nothing that reads as a key");
        }
        return printed;
    }

    private static IOException failure(String how) {
        return new IOException("the command of '" + NAME + "' " + how);
    }
}
