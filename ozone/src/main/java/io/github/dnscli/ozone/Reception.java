package io.github.dnscli.ozone;

import java.io.IOException;
import java.util.function.Consumer;

/// Takes in what came of each file: leaves out what is accepted, counts the rest, and has it shown.
final class Reception {

    private final Baseline baseline;
    private final Consumer<Inspected> show;
    private Tally tally = Tally.NOTHING;

    Reception(Baseline baseline, Consumer<Inspected> show) {
        this.baseline = baseline;
        this.show = show;
    }

    /// Takes in what came of the next file.
    void receive(Inspected inspected) {
        var left = baseline.filter(inspected);
        tally = tally.and(left);
        show.accept(left);
    }

    /// {@return the numbers so far}
    Tally tally() {
        return tally.withAccepted(baseline.accepted());
    }

    /// {@return what it comes to}
    ///
    /// @throws IOException if the baseline cannot be written
    Inspection.Done close() throws IOException {
        baseline.save();
        return new Inspection.Done(tally(), baseline.stale());
    }
}
