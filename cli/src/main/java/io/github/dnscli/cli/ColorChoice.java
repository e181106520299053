package io.github.dnscli.cli;

import java.util.Map;

/// When output has colours: the values of `--color`.
public enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
    AUTO,
    /// Everywhere.
    ALWAYS,
    /// Nowhere.
    NEVER;

    /// {@return whether a stream has colours}
    ///
    /// @param terminal whether the stream goes to a terminal
    boolean decide(boolean terminal, Map<String, String> environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                    terminal
                            && environment.getOrDefault("NO_COLOR", "").isEmpty()
                            && !environment.getOrDefault("TERM", "").equals("dumb");
        };
    }
}
