package io.github.dnscli.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real terminal, 100 columns wide and 30 lines high, that a test types into and looks at.
public final class Tmux implements AutoCloseable {

    private static final int SECONDS = 20;

    private final Path program = Peer.TMUX.require();
    private final Path folder;

    private Tmux(Path folder) {
        this.folder = folder;
    }

    /// {@return a terminal in which a line of the shell runs}
    ///
    /// @param folder where it runs
    /// @param environment what it finds in the environment besides
    public static Tmux start(Path folder, Map<String, String> environment, String line)
            throws IOException {
        var tmux = new Tmux(Files.createTempDirectory("tmux"));
        var command = new ArrayList<>(List.of("new-session", "-d", "-x", "100", "-y", "30", "-c"));
        command.add(folder.toString());
        environment.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        command.add(line + "; echo \"[exit status: $?]\"; exec cat");
        tmux.run(command);
        return tmux;
    }

    /// Types a text.
    public void type(String text) throws IOException {
        run(List.of("send-keys", "-l", text));
    }

    /// Presses keys, by their names: `Enter`, `Tab`, `C-c`.
    public void press(String... keys) throws IOException {
        var command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        run(command);
    }

    /// Types a line.
    public void enter(String line) throws IOException {
        type(line);
        press("Enter");
    }

    /// Changes the size of the terminal.
    public void resize(int columns, int lines) throws IOException {
        run(List.of("resize-window", "-x", "" + columns, "-y", "" + lines));
    }

    /// {@return what is on the screen, and above it, without blank lines at the end}
    public String screen() throws IOException {
        return run(List.of("capture-pane", "-p", "-J", "-S", "-")).stripTrailing();
    }

    /// Waits until the last lines end with a text.
    ///
    /// @return what is on the screen
    public String await(String text) throws IOException {
        try {
            Patience.until("'" + text + "'", () -> screen().endsWith(text));
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + " on the screen:\n" + screen(), late);
        }
        return screen();
    }

    /// Presses Tab until the last lines end with a text: what it stands for may not be known at once.
    public void complete(String text) throws IOException {
        try {
            Patience.until(
                    "'" + text + "'",
                    () -> {
                        press("Tab");
                        return endsSoon(text);
                    });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + " on the screen:\n" + screen(), late);
        }
    }

    private boolean endsSoon(String text) throws IOException {
        try {
            Patience.until(text, Duration.ofSeconds(1), () -> screen().endsWith(text));
            return true;
        } catch (AssertionError _) {
            return false;
        }
    }

    private String run(List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(program.toString(), "-f", "/dev/null"));
        command.addAll(List.of("-S", folder.resolve("socket").toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("TMUX");
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try (var output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("tmux " + words + " failed: " + text);
            }
            return text;
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while tmux ran");
        }
    }

    @Override
    public void close() throws IOException {
        run(List.of("kill-server"));
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Tmux::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
