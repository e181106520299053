package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;

/// How findings are written.
enum Format {
    /// For people.
    TEXT,
    /// One JSON document.
    JSON,
    /// SARIF 2.1.0, for code scanning.
    SARIF,
    /// Workflow commands of GitHub, which become annotations.
    GITHUB;

    /// {@return the view of this format}
    View view(Console console) {
        return switch (this) {
            case TEXT -> new TextView(console);
            case JSON -> new JsonView(console);
            case SARIF -> new SarifView(console);
            case GITHUB -> new GithubView(console);
        };
    }
}
