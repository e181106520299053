package io.github.dnscli.cli;

import io.github.dnscli.cli.progress.Drawing;
import io.github.dnscli.cli.progress.Progress;
import io.github.dnscli.cli.progress.ProgressLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Where a command speaks: answers on standard output, everything else on standard error as `tool: error: …`.
///
/// Messages are lower case, without a full stop, with values in single quotes. Text leaves in UTF-8, each line at once.
public final class Console {

    private final String tool;
    private final OutputStream output;
    private final OutputStream errors;
    private final Terminals terminals;
    private final Verbosity verbosity;
    private final boolean outputColored;
    private final boolean errorsColored;
    private final boolean prioritized;
    private final Drawing drawing;
    private final Progress progress;

    private Console(
            String tool,
            OutputStream output,
            OutputStream errors,
            Terminals terminals,
            Verbosity verbosity,
            boolean outputColored,
            boolean errorsColored,
            boolean prioritized,
            Drawing drawing,
            Progress progress) {
        this.tool = tool;
        this.output = output;
        this.errors = errors;
        this.terminals = terminals;
        this.verbosity = verbosity;
        this.outputColored = outputColored;
        this.errorsColored = errorsColored;
        this.prioritized = prioritized;
        this.drawing = drawing;
        this.progress = progress;
    }

    /// {@return a console on two streams, without colours, of verbosity [Verbosity#WARNING]}
    ///
    /// @param tool the name of the command, in front of every line of errors
    public static Console of(
            String tool, OutputStream output, OutputStream errors, Terminals terminals) {
        return new Console(
                tool,
                output,
                errors,
                terminals,
                Verbosity.WARNING,
                false,
                false,
                false,
                Drawing.real(),
                Progress.none());
    }

    /// {@return the console of this process}
    @SuppressWarnings("resource") // the process owns its standard streams, and they end with it
    public static Console real(String tool) {
        return of(
                tool,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminals.detect());
    }

    /// {@return this console as the options of the command line want it}
    Console with(Verbosity wanted, ColorChoice color, World world) {
        var environment = world.environment();
        return new Console(
                tool,
                output,
                errors,
                terminals,
                wanted,
                color.decide(terminals.output(), environment),
                color.decide(terminals.errors(), environment),
                prioritized,
                drawing,
                wanted.includes(Verbosity.ERROR) && isDrawable(environment)
                        ? new ProgressLine(errors, drawing, world.clock())
                        : Progress.none());
    }

    private boolean isDrawable(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "");
        return terminals.errors() && !terminal.isEmpty() && !terminal.equals("dumb");
    }

    /// {@return this console, drawing progress in another way}
    public Console drawing(Drawing other) {
        return new Console(
                tool,
                output,
                errors,
                terminals,
                verbosity,
                outputColored,
                errorsColored,
                prioritized,
                other,
                progress);
    }

    /// {@return this console with a priority in front of each line on standard error, as sd-daemon(3) has it, and without
    /// colours there: for systemd's journal}
    public Console withPriorities() {
        return new Console(
                tool,
                output,
                errors,
                terminals,
                verbosity,
                outputColored,
                false,
                true,
                drawing,
                Progress.none());
    }

    /// {@return a console of another command on the same streams, as a program has that runs commands within itself}
    ///
    /// @param other the name of the command
    /// @param forOutput what stands before standard output then
    /// @param forErrors what stands before standard error then
    public Console speakingAs(
            String other,
            UnaryOperator<OutputStream> forOutput,
            UnaryOperator<OutputStream> forErrors) {
        return of(other, forOutput.apply(output), forErrors.apply(errors), terminals)
                .drawing(drawing);
    }

    /// {@return the name of the command}
    public String tool() {
        return tool;
    }

    /// {@return which streams go to a terminal}
    public Terminals terminals() {
        return terminals;
    }

    /// {@return where work is shown that takes long: nowhere, unless standard error is a terminal and the user wants to hear
    /// of more than errors}
    public Progress progress() {
        return progress;
    }

    /// Prints what the user asked for: one line or several, without the last line's end.
    public void answer(String lines) {
        print(lines + "\n");
    }

    /// Prints what the user asked for as it is, for output that is long or has its own line ends.
    public void print(String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            progress.write(output, text, !terminals.output() || text.endsWith("\n"));
        } catch (IOException e) {
            throw new OutputLost(e);
        }
    }

    /// Says on standard output that something was done. `--quiet` silences it: the exit status says it too.
    public void confirm(String line) {
        if (verbosity.includes(Verbosity.ERROR)) {
            answer(line);
        }
    }

    /// Says why the command does not do what was asked.
    public void error(String message) {
        say(Priority.ERROR, Color.RED, "error", message);
    }

    /// Says what the user should know although the command goes on.
    public void warning(String message) {
        if (verbosity.includes(Verbosity.WARNING)) {
            say(Priority.WARNING, Color.YELLOW, "warning", message);
        }
    }

    /// Says what to do next.
    public void hint(String message) {
        if (verbosity.includes(Verbosity.WARNING)) {
            say(Priority.INFO, Color.CYAN, "hint", message);
        }
    }

    /// Says what a program that runs for long has done: its log, which only `--quiet` silences.
    public void event(String message) {
        if (verbosity.includes(Verbosity.WARNING)) {
            say(Priority.INFO, Color.GREEN, "info", message);
        }
    }

    /// Says what is being done, with `-v`.
    public void info(String message) {
        if (verbosity.includes(Verbosity.INFO)) {
            say(Priority.INFO, Color.GREEN, "info", message);
        }
    }

    /// Says all about it, with `-vv`.
    public void debug(String message) {
        if (verbosity.includes(Verbosity.DEBUG)) {
            say(Priority.DEBUG, Color.BOLD, "debug", message);
        }
    }

    /// Says that the command line makes no sense and where to learn better.
    ///
    /// @return [ExitStatus#USAGE], to be returned by the command
    public ExitStatus usageError(String message) {
        error(message);
        hint("try '" + tool + " --help'");
        return ExitStatus.USAGE;
    }

    /// {@return whether messages of a level are wanted; for those that cost something to make}
    public boolean says(Verbosity level) {
        return verbosity.includes(level);
    }

    /// {@return the text in a colour if standard output has colours, else as it is}
    public String paint(Color color, String text) {
        return outputColored ? color.paint(text) : text;
    }

    /// {@return whether standard output has colours}
    public boolean isColored() {
        return outputColored;
    }

    private void say(Priority priority, Color color, String kind, String message) {
        String label = kind + ":";
        line(priority, tool + ": " + (errorsColored ? color.paint(label) : label) + " " + message);
    }

    /// Writes a line on standard error that has a form of its own, whatever the verbosity.
    public void line(Priority priority, String line) {
        String mark = prioritized ? priority.mark() : "";
        try {
            progress.write(errors, mark + line + "\n", true);
        } catch (IOException _) {
            // Nobody listens, and there is no other place to say so; the exit status still tells.
        }
    }
}
