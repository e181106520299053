package io.github.dnscli.common.finding;

import java.util.Locale;

/// How much a finding matters.
public enum Severity {
    /// The zone must not be served like this.
    ERROR,
    /// It is served, and somebody will be unhappy.
    WARNING,
    /// Worth knowing.
    NOTE,
    /// Not looked for unless somebody asks.
    OFF;

    /// {@return the word that users see, in lower case}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
