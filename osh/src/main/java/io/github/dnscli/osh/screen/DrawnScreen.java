package io.github.dnscli.osh.screen;

import io.github.dnscli.cli.progress.Screen;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/// The terminal as commands draw on it: not while somebody types into it.
///
/// @param terminal the terminal
/// @param isTypedInto whether somebody does
record DrawnScreen(Screen terminal, BooleanSupplier isTypedInto) implements Screen {

    @Override
    public int columns() throws IOException {
        if (isTypedInto.getAsBoolean()) {
            throw new IOException("somebody types there");
        }
        return terminal.columns();
    }

    @Override
    public String emptyLine() {
        return terminal.emptyLine();
    }

    @Override
    public String lineUp() {
        return terminal.lineUp();
    }

    @Override
    public int width(String text) {
        return terminal.width(text);
    }

    @Override
    public String cut(String text, int columns) {
        return terminal.cut(text, columns);
    }
}
