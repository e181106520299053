package io.github.dnscli.oserve.issuing;

import io.github.dnscli.oserve.OserveCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `oserve certifier` as a process of its own, which can be killed.
final class CertifierProcess implements AutoCloseable {

    private static final int END_SECONDS = 60;

    private final Process process;
    private final Path log;

    private CertifierProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// {@return a certifier that has been started}
    ///
    /// @param folder where it runs, and logs
    /// @param arguments all of `oserve`
    static CertifierProcess start(Path folder, List<String> arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OserveCommand.class.getName()));
        command.addAll(arguments);
        var log = folder.resolve("certifier.log");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new CertifierProcess(process, log);
    }

    /// {@return what it has said, and those before it}
    String log() throws IOException {
        return Files.readString(log);
    }

    /// Ends it as `kill -9` does.
    void kill() throws IOException {
        process.destroyForcibly();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it cannot be killed:\n" + log());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
