package io.github.dnscli.cli;

/// The colours that output may have.
public enum Color {
    /// For what is wrong.
    RED(31),
    /// For what went well.
    GREEN(32),
    /// For what may be wrong.
    YELLOW(33),
    /// For advice.
    CYAN(36),
    /// For what matters most: bold, in the terminal's own colour.
    BOLD(1);

    private final int code;

    Color(int code) {
        this.code = code;
    }

    /// {@return the text between the escape sequences of ECMA-48 that colour it}
    String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[m";
    }
}
