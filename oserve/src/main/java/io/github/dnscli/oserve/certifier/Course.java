package io.github.dnscli.oserve.certifier;

/// How far a certifier goes.
enum Course {
    /// It does what there is to do, now and later.
    STAY,
    /// It does what there is to do, and ends.
    ONCE,
    /// It tells what there is to do, and does nothing of it.
    TRIAL
}
