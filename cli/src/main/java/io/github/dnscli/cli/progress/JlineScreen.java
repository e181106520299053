package io.github.dnscli.cli.progress;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import org.jline.terminal.Sized;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.exec.ExecPty;
import org.jline.utils.AttributedString;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// A terminal as JLine knows it.
///
/// Of the terminal of this process JLine asks the programs `stty` and, if it does not know the kind, `infocmp`: its faster
/// ways load native code, of which the JVM warns people. It makes no terminal of its own of it, so that modes, input and
/// signals are left alone.
public final class JlineScreen implements Screen {

    /// Finds out the size at this moment.
    private interface Measure {
        Sized size() throws IOException;
    }

    /// The terminal that controls this process, wherever its standard input comes from.
    private static final class Controlling extends ExecPty {
        Controlling() {
            super(null, null, "/dev/tty");
        }
    }

    private final Measure measure;
    private final String emptyLine;
    private final String lineUp;

    private JlineScreen(Measure measure, String emptyLine, String lineUp) {
        this.measure = measure;
        this.emptyLine = emptyLine;
        this.lineUp = lineUp;
    }

    /// {@return a terminal that somebody has already}; empty if lines cannot be emptied on it
    public static Optional<Screen> of(Terminal terminal) {
        return of(terminal::getSize, terminal::getStringCapability);
    }

    /// {@return the terminal of this process}; empty if it has none, or none of which enough is known
    static Optional<Screen> ofProcess() {
        try {
            var texts = new HashMap<Capability, String>();
            InfoCmp.parseInfoCmp(
                    InfoCmp.getInfoCmp(System.getenv("TERM")),
                    new HashSet<>(),
                    new HashMap<>(),
                    texts);
            return of(new Controlling()::getSize, texts::get);
        } catch (IOException | RuntimeException | LinkageError e) {
            return Optional.empty(); // a line is not worth a word about why there is none
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Screen> of(
            Measure measure, Function<Capability, @Nullable String> texts) {
        var start = octets(texts.apply(Capability.carriage_return));
        var empty = octets(texts.apply(Capability.clr_eol));
        var up = octets(texts.apply(Capability.cursor_up));
        return start.isPresent() && empty.isPresent() && up.isPresent()
                ? Optional.of(new JlineScreen(measure, start.get() + empty.get(), up.get()))
                : Optional.empty();
    }

    private static Optional<String> octets(@Nullable String capability) {
        return Optional.ofNullable(capability).map(Curses::tputs);
    }

    @Override
    public int columns() throws IOException {
        return measure.size().getColumns();
    }

    @Override
    public String emptyLine() {
        return emptyLine;
    }

    @Override
    public String lineUp() {
        return lineUp;
    }

    @Override
    public int width(String text) {
        return new AttributedString(text).columnLength();
    }

    @Override
    public String cut(String text, int columns) {
        return new AttributedString(text).columnSubSequence(0, columns).toString();
    }
}
