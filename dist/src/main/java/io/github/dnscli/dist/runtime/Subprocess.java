package io.github.dnscli.dist.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs of the JDK that make parts of the image.
public final class Subprocess {

    private static final int MINUTES = 5;

    private Subprocess() {}

    /// Runs a command to its end; what it prints is shown only if it fails.
    ///
    /// @param name what it is, for people
    public static void run(String name, List<String> command)
            throws IOException, InterruptedException {
        run(name, command, 0);
    }

    /// Runs a command that is to end with a certain status.
    ///
    /// @param name what it is, for people
    public static void run(String name, List<String> command, int status)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("dns-cli", ".log");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != status) {
                throw new IOException(name + " failed:\n" + Files.readString(log));
            }
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
