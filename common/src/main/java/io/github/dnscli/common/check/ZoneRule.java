package io.github.dnscli.common.check;

import io.github.dnscli.common.zone.Zone;

/// A rule about a zone as a whole.
public interface ZoneRule {

    /// Judges a zone.
    ///
    /// @param scope which names to look at, where the rule can tell them apart
    void judge(Zone zone, Scope scope, Findings findings);
}
