package io.github.dnscli.ozone;

import java.util.List;

/// What came of a run.
sealed interface Inspection {

    /// The words of the command line make no sense together, and no file was read.
    record Misused(String problem) implements Inspection {}

    /// No file could be looked at: there is no repository, say.
    ///
    /// @param problem what stands in the way
    /// @param hint what to do about it, or empty
    record Stopped(String problem, String hint) implements Inspection {}

    /// Every file was looked at, and what came of each was shown already.
    ///
    /// @param tally all of them together
    /// @param stale what the baseline accepts and nobody finds any more
    record Done(Tally tally, List<String> stale) implements Inspection {

        /// Copies the list.
        public Done {
            stale = List.copyOf(stale);
        }
    }
}
