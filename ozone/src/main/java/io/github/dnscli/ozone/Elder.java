package io.github.dnscli.ozone;

import io.github.dnscli.common.zone.Zone;

/// What is known of the zone that another follows.
sealed interface Elder {

    /// Nobody asked.
    record Unasked() implements Elder {}

    /// There was none.
    ///
    /// @param remark what else there is to say of that, or empty
    record Absent(String remark) implements Elder {}

    /// It is this one.
    record Known(Zone zone) implements Elder {}

    /// The user named it, and it is of no use.
    ///
    /// @param problem why
    record Useless(String problem) implements Elder {}
}
