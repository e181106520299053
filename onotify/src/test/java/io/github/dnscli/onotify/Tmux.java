package io.github.dnscli.onotify;

import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A real terminal with a shell in it.
final class Tmux implements AutoCloseable {

    private final List<String> program;

    /// Opens it.
    ///
    /// @param folder holds its socket
    /// @param columns its width
    Tmux(Path folder, int columns) throws IOException {
        this.program =
                List.of(Peer.TMUX.require().toString(), "-S", folder.resolve("tmux").toString());
        tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "20",
                "env -i PATH=\"$PATH\" TERM=\"$TERM\" PS1='$ ' LC_ALL=C.UTF-8 sh");
        until("$");
    }

    /// Types a line.
    void type(String line) throws IOException {
        tmux("send-keys", "-l", line);
        press("Enter");
    }

    /// Presses a key, by tmux' name of it.
    void press(String key) throws IOException {
        tmux("send-keys", key);
    }

    void resize(int columns) throws IOException {
        tmux("resize-window", "-x", "" + columns);
    }

    /// Waits for a text.
    void until(String text) throws IOException {
        until(text, shown -> shown.contains(text));
    }

    /// Waits for a text behind all others.
    void untilEnd(String text) throws IOException {
        until(text, shown -> shown.endsWith(text));
    }

    private void until(String text, Predicate<String> condition) throws IOException {
        try {
            Patience.until(text, () -> condition.test(text()));
        } catch (AssertionError e) {
            throw new AssertionError(text(), e);
        }
    }

    /// {@return what is seen, lines that the width breaks in one piece, and without blanks behind}
    String text() throws IOException {
        return tmux("capture-pane", "-p", "-J").stripTrailing();
    }

    private String tmux(String... arguments) throws IOException {
        var line = new ArrayList<>(program);
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(line + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return output;
    }

    @Override
    public void close() throws IOException {
        tmux("kill-server");
    }
}
