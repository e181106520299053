package io.github.dnscli.oserve.status;

import io.github.dnscli.common.finding.SafeText;

/// Lines with a name and what is to say of it.
public final class Facts {

    private static final int WIDTH = 11;

    private final StringBuilder text = new StringBuilder();

    /// Begins without any.
    public Facts() {}

    /// Adds a line.
    ///
    /// @param name ten letters at the most
    public void add(String name, String value) {
        text.append(name)
                .repeat(" ", WIDTH - name.length())
                .append(SafeText.of(value))
                .append('\n');
    }

    /// {@return the lines, each with its end}
    public String text() {
        return text.toString();
    }
}
