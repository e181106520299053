package io.github.dnscli.cli;

/// Numbers of things in words.
public final class Count {

    private Count() {}

    /// {@return `1 change`, `2 changes`}
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
