package io.github.dnscli.osh.zone;

/// Numbers in words.
final class Count {

    private Count() {}

    /// {@return `1 change`, `2 changes`}
    static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
