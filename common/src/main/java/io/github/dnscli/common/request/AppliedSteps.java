package io.github.dnscli.common.request;

import io.github.dnscli.common.zone.Zone;

/// What came of applying the differences of an incremental transfer to the version at hand.
public sealed interface AppliedSteps {

    /// They fit.
    ///
    /// @param zone the newer version
    record Fitting(Zone zone) implements AppliedSteps {}

    /// They are differences to another version than the one at hand, whatever its serial says: fetch the whole zone.
    ///
    /// @param problem what does not fit, for people
    record Misfit(String problem) implements AppliedSteps {}
}
