package io.github.dnscli.otlsafetch;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;

/// A command that is run when there is another chain in the file: it has a server reload, or carries the file elsewhere.
///
/// @param line what the shell is told
record ChangeCommand(String line) {

    private static final String HOST = "DNSCLI_HOST";
    private static final String FILE = "DNSCLI_FILE";

    /// A key that brought the certificate here is none of its business.
    private static final String WITHHELD = "DNSCLI_KEY";

    /// Runs it, and waits for its end. It speaks for itself, on the streams of this process.
    ///
    /// @return what went wrong
    /// @throws InterruptedIOException if this process is not to wait any more; the command is told to end then
    Optional<String> run(World world, OtlsaFetchOptions options) throws InterruptedIOException {
        try {
            int status = await(start(world, options));
            return status == 0 ? Optional.empty() : Optional.of("failed with status " + status);
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException trouble) {
            return Optional.of("cannot be run: " + IoTrouble.describe(trouble));
        }
    }

    private Process start(World world, OtlsaFetchOptions options) throws IOException {
        var builder =
                new ProcessBuilder("sh", "-c", line)
                        .directory(world.file("").toAbsolutePath().toFile())
                        .inheritIO();
        builder.environment().remove(WITHHELD);
        builder.environment().put(HOST, options.host().display());
        builder.environment()
                .put(FILE, world.file(options.output()).toAbsolutePath().normalize().toString());
        return builder.start();
    }

    private static int await(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
