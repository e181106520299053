package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The `openssl` of this machine, working in a folder.
final class OpenSsl {

    private static final long SECONDS = 60;

    private final Path folder;

    private OpenSsl(Path folder) {
        this.folder = folder;
    }

    /// {@return openssl, in a folder; without it the test is skipped aloud, or fails where peers are required}
    static OpenSsl in(Path folder) {
        var openssl = new OpenSsl(folder);
        if (!openssl.isInstalled()) {
            if ("required".equals(System.getProperty("dnscli.peers"))) {
                fail("openssl is not installed, and peers are required");
            }
            System.err.println("SKIPPED: openssl is not installed");
            Assumptions.abort("openssl is not installed");
        }
        return openssl;
    }

    private boolean isInstalled() {
        try {
            return start(List.of("version")).waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// Runs openssl, which must succeed.
    ///
    /// @return all that it printed
    String run(String... arguments) {
        try {
            var process = start(List.of(arguments));
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("openssl ends").isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private Process start(List<String> arguments) throws IOException {
        var command = Stream.concat(Stream.of("openssl"), arguments.stream()).toList();
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        return process;
    }
}
