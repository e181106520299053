package io.github.dnscli.oserve.primary;

import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `oserve primary` as a process of its own, which can be killed.
public final class PrimaryProcess implements AutoCloseable {

    private static final String LISTENING = "listening on 127.0.0.1:";
    private static final int END_LIMIT_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final int port;

    private PrimaryProcess(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.port = Integer.parseInt(firstLine().substring(LISTENING.length()));
    }

    /// {@return a server that listens}
    ///
    /// @param log the file that its standard error is appended to
    /// @param arguments those of `oserve primary`
    /// @throws IOException if it does not start
    public static PrimaryProcess start(Path log, List<String> arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OserveCommand.class.getName(),
                                "primary"));
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            return new PrimaryProcess(process, log);
        } catch (IOException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private String firstLine() throws IOException {
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null || !line.startsWith(LISTENING)) {
            throw new IOException("not listening: " + line + "\n" + log());
        }
        return line;
    }

    /// {@return its port on 127.0.0.1}
    public int port() {
        return port;
    }

    /// {@return where it listens}
    public ServerAddress address() {
        return new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    /// {@return the number of the process}
    public long pid() {
        return process.pid();
    }

    /// {@return what it has logged, and those before it in the same file}
    ///
    /// @throws IOException if it cannot be read
    public String log() throws IOException {
        return Files.readString(log);
    }

    /// Waits until something stands in the log.
    void awaitLog(String wanted) throws IOException {
        Patience.until("'" + wanted + "' in\n" + log(), () -> log().contains(wanted));
    }

    /// {@return the exit status of the process, told to end}
    public int terminate() throws IOException {
        process.destroy();
        return end();
    }

    /// {@return the exit status of the process, killed}
    public int kill() throws IOException {
        process.destroyForcibly();
        return end();
    }

    private int end() throws IOException {
        try {
            if (!process.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the server does not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
