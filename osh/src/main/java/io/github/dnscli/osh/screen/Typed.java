package io.github.dnscli.osh.screen;

/// What came from the terminal.
public sealed interface Typed {

    /// A line.
    ///
    /// @param text the line
    record Line(String text) implements Typed {}

    /// Ctrl-C: the line is given up.
    record GivenUp() implements Typed {}

    /// Ctrl-D, or the terminal is gone.
    record End() implements Typed {}
}
