package io.github.dnscli.ozone;

/// How a serial is raised. In each form the new serial is newer than the one before, whatever that looks like.
enum SerialForm {
    /// By one.
    INCREMENT,
    /// To the day, in UTC, and a number of two digits: `2026112401`.
    DATE,
    /// To the seconds since 1970.
    UNIX
}
