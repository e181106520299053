package io.github.dnscli.cli.progress;

import java.io.IOException;

/// What must be known of a terminal to draw a line on it again and again.
public interface Screen {

    /// {@return how many columns it has at this moment; 0 if it does not know}
    ///
    /// @throws IOException if that cannot be found out
    int columns() throws IOException;

    /// {@return what empties the line with the cursor, and leaves the cursor at its beginning}
    String emptyLine();

    /// {@return what moves the cursor to the line above}
    String lineUp();

    /// {@return how many columns a text takes}
    int width(String text);

    /// {@return the beginning of a text that takes no more than so many columns}
    String cut(String text, int columns);
}
