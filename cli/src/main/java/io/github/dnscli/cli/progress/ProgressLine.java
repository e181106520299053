package io.github.dnscli.cli.progress;

import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Shows work as a line on standard error.
public final class ProgressLine implements Progress {

    /// What is done sooner is not shown.
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final int USUAL_COLUMNS = 80;

    /// Columns in which some of what is waited for can be read.
    private static final int LEGIBLE = 8;

    private final OutputStream errors;
    private final Drawing drawing;
    private final InstantSource clock;

    private Optional<Lasting> lasting = Optional.empty();
    private Optional<Screen> screen = Optional.empty();
    private boolean looked;

    /// What stands on the terminal; empty if nothing of ours does.
    private String drawn = "";

    /// Whether somebody else's line stands there unfinished.
    private boolean interrupted;

    /// Makes a line that is not drawn yet.
    ///
    /// @param errors where it is drawn
    /// @param drawing how
    /// @param clock how time passes
    public ProgressLine(OutputStream errors, Drawing drawing, InstantSource clock) {
        this.errors = errors;
        this.drawing = drawing;
        this.clock = clock;
    }

    /// Work that was begun and has not ended.
    private final class Lasting implements UnderWay {

        private final Work work;
        private final Instant start = clock.instant();
        private final Drawing.Ticking ticking = drawing.ticking(this::tick);

        Lasting(Work work) {
            this.work = work;
        }

        private Duration elapsed() {
            return Duration.between(start, clock.instant());
        }

        private void tick() {
            if (elapsed().compareTo(SHORT) >= 0) {
                findScreen().ifPresent(this::draw);
            }
        }

        /// The terminal is asked outside the lock: those that want to print must not wait for its answer.
        private void draw(Screen on) {
            try {
                int known = on.columns();
                int columns = known > 0 ? known : USUAL_COLUMNS;
                ProgressLine.this.draw(this, on, columns, line(on, columns - 1));
            } catch (IOException _) {
                // No line, then: the work matters, and goes on.
            }
        }

        /// {@return the line in so many columns: of the time that has passed all, as long as a little of the rest can be read}
        private String line(Screen on, int columns) {
            var what = printable(work.what());
            var progress = printable(work.progress(elapsed()));
            int room = columns - on.width(progress);
            return on.width(what) <= room || room < LEGIBLE
                    ? on.cut(what + progress, columns)
                    : on.cut(what, room - 1) + "…" + progress;
        }

        @Override
        public void close() {
            ticking.close();
            end(this);
        }
    }

    @Override
    public synchronized UnderWay begin(Work work) {
        if (lasting.isPresent()) {
            return () -> {};
        }
        var begun = new Lasting(work);
        lasting = Optional.of(begun);
        return begun;
    }

    private synchronized void end(Lasting ended) {
        if (isLasting(ended)) {
            wipe();
            lasting = Optional.empty();
        }
    }

    private boolean isLasting(Lasting one) {
        return lasting.filter(known -> known == one).isPresent();
    }

    private Optional<Screen> findScreen() {
        if (!hasLooked()) {
            look();
        }
        return known();
    }

    private void look() {
        var found = drawing.screen();
        keep(found);
        if (found.isPresent()) {
            drawing.atExit(this::leave);
        }
    }

    private synchronized boolean hasLooked() {
        return looked;
    }

    private synchronized void keep(Optional<Screen> found) {
        looked = true;
        screen = found;
    }

    private synchronized Optional<Screen> known() {
        return screen;
    }

    private synchronized void draw(Lasting one, Screen on, int columns, String text)
            throws IOException {
        if (isLasting(one) && !interrupted && !text.equals(drawn)) {
            write(rowsAbove(on, columns) + on.emptyLine() + text);
            drawn = text;
        }
    }

    /// {@return what empties the rows into which a terminal that has become narrower has broken the line}
    private String rowsAbove(Screen on, int columns) {
        int rows = drawn.isEmpty() ? 0 : (on.width(drawn) - 1) / columns;
        return (on.emptyLine() + on.lineUp()).repeat(rows);
    }

    private synchronized void leave() {
        wipe();
        lasting = Optional.empty();
    }

    private void wipe() {
        if (!drawn.isEmpty()) {
            drawn = "";
            try {
                write(screen.map(Screen::emptyLine).orElse(""));
            } catch (IOException _) {
                // Nobody looks any more.
            }
        }
    }

    private void write(String text) throws IOException {
        NoProgress.NONE.write(errors, text, true);
    }

    @Override
    public synchronized void write(OutputStream to, String text, boolean endsLine)
            throws IOException {
        wipe();
        interrupted = !endsLine;
        NoProgress.NONE.write(to, text, endsLine);
    }

    /// What names of files and hosts may hold must not move the cursor.
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public Transport over(Transport transport) {
        return new ShownTransport(transport, this);
    }
}
