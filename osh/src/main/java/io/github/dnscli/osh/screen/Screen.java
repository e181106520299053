package io.github.dnscli.osh.screen;

import io.github.dnscli.osh.complete.Completion;
import io.github.dnscli.osh.history.Memory;
import java.io.Closeable;
import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
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
    private final LineReader reader;
    private final LineReader answers;
    private final DiscreetHistory history;
    private final Runnable onInterrupt;

    private Screen(Terminal terminal, Completion completion, Memory memory, Runnable onInterrupt) {
        this.terminal = terminal;
        this.onInterrupt = onInterrupt;
        this.answers =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .variable(LineReader.BELL_STYLE, "none")
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
        this.history = new DiscreetHistory(memory);
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .appName("osh")
                        .parser(new LineParser())
                        .completer(new LineCompleter(completion))
                        .history(history)
                        .variable(LineReader.BELL_STYLE, "none")
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.CASE_INSENSITIVE, true)
                        .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
                        .option(LineReader.Option.AUTO_GROUP, false)
                        .option(LineReader.Option.GROUP, true)
                        .build();
        history.recall();
    }

    /// {@return the terminal of this process}
    ///
    /// @param memory what was typed before, and is to be remembered
    /// @param onInterrupt what Ctrl-C does while no line is typed
    /// @throws IOException if it cannot be opened
    public static Screen open(Completion completion, Memory memory, Runnable onInterrupt)
            throws IOException {
        // Without a word from JLine where a terminal can do little; by stty, which needs no leave
        // for
        // native code; and without questions to the terminal, whose answers might be taken for
        // keys.
        var terminal =
                TerminalBuilder.builder()
                        .system(true)
                        .dumb(true)
                        .provider("exec")
                        .graphemeCluster(false)
                        .build();
        terminal.handle(Terminal.Signal.INT, _ -> onInterrupt.run());
        return new Screen(terminal, completion, memory, onInterrupt);
    }

    /// {@return the next line}
    public Typed read(Prompt prompt) {
        try {
            return new Typed.Line(reader.readLine(prompt.text().toAnsi(terminal)));
        } catch (UserInterruptException _) {
            return new Typed.GivenUp();
        } catch (EndOfFileException | IOError _) {
            return new Typed.End();
        }
    }

    /// {@return what the operator says to a question of a command; empty if he says nothing, by Ctrl-D}
    ///
    /// @throws InterruptedIOException if he gives the command up, by Ctrl-C
    public Optional<String> ask(String question) throws InterruptedIOException {
        try {
            return Optional.of(answers.readLine(question + " "));
        } catch (UserInterruptException _) {
            onInterrupt.run();
            throw new InterruptedIOException("interrupted while it asked");
        } catch (EndOfFileException | IOError _) {
            return Optional.empty();
        }
    }

    /// {@return the lines that are remembered, the oldest first}
    public List<String> remembered() {
        return history.lines();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
