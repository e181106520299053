package io.github.dnscli.cli;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/// Standard output takes no more. It is unchecked so that printing needs no ceremony; the [Launcher] alone catches it.
final class OutputLost extends UncheckedIOException {

    @Serial private static final long serialVersionUID = 1L;

    private final String reason;

    OutputLost(IOException cause) {
        super(cause);
        this.reason = IoTrouble.describe(cause);
    }

    /// {@return what happened, for people}
    String reason() {
        return reason;
    }

    /// {@return whether the reader of a pipe went away, which is no error of anybody}
    boolean isBrokenPipe() {
        return reason.contains("Broken pipe") || reason.contains("pipe is being closed");
    }
}
