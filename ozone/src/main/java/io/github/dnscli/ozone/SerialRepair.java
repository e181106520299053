package io.github.dnscli.ozone;

import io.github.dnscli.common.record.Serial;

/// What became of a serial that was to be raised.
sealed interface SerialRepair {

    /// It was raised, and the file written.
    record Raised(Serial from, Serial to) implements SerialRepair {}

    /// It is good as it is.
    ///
    /// @param reason why, for people
    record Kept(String reason) implements SerialRepair {}

    /// It could not be raised, because the file has errors.
    ///
    /// @param reason why, for people
    record Refused(String reason) implements SerialRepair {}
}
