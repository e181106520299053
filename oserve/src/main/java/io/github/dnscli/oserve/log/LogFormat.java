package io.github.dnscli.oserve.log;

/// What the lines of a log look like.
enum LogFormat {
    /// As people read them.
    TEXT,
    /// As programs read them.
    JSON
}
