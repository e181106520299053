package io.github.dnscli.osh.screen;

import io.github.dnscli.cli.progress.Drawing;
import io.github.dnscli.cli.progress.JlineScreen;
import io.github.dnscli.osh.complete.Completion;
import io.github.dnscli.osh.history.Memory;
import java.io.Closeable;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// The terminal of this process.
public final class Screen implements Closeable {

    private final Terminal terminal;
    private final LineReader answers;
    private final Runnable onGivenUp;
    private volatile boolean typedInto;

    private Screen(Terminal terminal, Runnable onGivenUp) {
        this.terminal = terminal;
        this.onGivenUp = onGivenUp;
        this.answers =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .variable(LineReader.BELL_STYLE, "none")
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
    }

    /// {@return the terminal of this process}
    ///
    /// @param onInterrupt what Ctrl-C does while no line is typed
    /// @param onGivenUp what it does while one is typed for a command
    /// @throws IOException if it cannot be opened
    public static Screen open(Runnable onInterrupt, Runnable onGivenUp) throws IOException {
        // Without a word from JLine where a terminal can do little; by stty, which needs no leave
        // for native code; and without questions to the terminal, whose answers might be taken for
        // keys.
        var terminal =
                TerminalBuilder.builder()
                        .system(true)
                        .dumb(true)
                        .provider("exec")
                        .graphemeCluster(false)
                        .build();
        terminal.handle(Terminal.Signal.INT, _ -> onInterrupt.run());
        return new Screen(terminal, onGivenUp);
    }

    /// {@return the lines that will be typed}
    ///
    /// @param memory what was typed before, and is to be remembered
    public Lines lines(Completion completion, Memory memory) {
        return new Lines(terminal, completion, memory);
    }

    /// {@return how commands draw on it, if they can}
    public Optional<Drawing> drawing() {
        return JlineScreen.of(terminal)
                .map(screen -> Drawing.on(new DrawnScreen(screen, () -> typedInto)));
    }

    /// {@return what the operator says to a question of a command; empty if he says nothing, by Ctrl-D}
    ///
    /// @throws InterruptedIOException if he gives the command up, by Ctrl-C
    public Optional<String> ask(String question) throws InterruptedIOException {
        return typed(question + " ");
    }

    /// {@return what the operator types for a command that reads standard input}
    public InputStream input() {
        return new TypedInput(() -> typed(""));
    }

    private Optional<String> typed(String prompt) throws InterruptedIOException {
        typedInto = true;
        try {
            return Optional.of(answers.readLine(prompt));
        } catch (UserInterruptException _) {
            onGivenUp.run();
            throw new InterruptedIOException("interrupted at the terminal");
        } catch (EndOfFileException | IOError | IllegalStateException _) {
            // The last is what JLine throws when a signal has closed the terminal.
            return Optional.empty();
        } finally {
            typedInto = false;
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
