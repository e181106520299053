package io.github.dnscli.osh.screen;

import io.github.dnscli.osh.complete.Completion;
import io.github.dnscli.osh.history.Memory;
import java.io.IOError;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/// The lines that somebody types.
public final class Lines {

    private final Terminal terminal;
    private final LineReader reader;
    private final DiscreetHistory history;

    Lines(Terminal terminal, Completion completion, Memory memory) {
        this.terminal = terminal;
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

    /// {@return the next line}
    public Typed next(Prompt prompt) {
        try {
            var line = reader.readLine(prompt.text().toAnsi(terminal));
            history.keep();
            return new Typed.Line(line);
        } catch (UserInterruptException _) {
            return new Typed.GivenUp();
        } catch (EndOfFileException | IOError | IllegalStateException _) {
            // The last is what JLine throws when a signal has closed the terminal.
            return new Typed.End();
        }
    }

    /// {@return those that are remembered, the oldest first}
    public List<String> remembered() {
        return history.lines();
    }
}
