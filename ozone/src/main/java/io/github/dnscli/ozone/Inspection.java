package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import java.util.List;

/// What came of checking files.
sealed interface Inspection {

    /// The words of the command line make no sense together, and no file was read.
    record Misused(String problem) implements Inspection {}

    /// Every file was looked at.
    ///
    /// @param files in the order of the command line
    record Done(List<Inspected> files) implements Inspection {}

    /// What came of one file.
    sealed interface Inspected {}

    /// The file holds a zone.
    ///
    /// @param remarks in the order of the file
    record JudgedZone(DomainName zone, List<Remark> remarks) implements Inspected {}

    /// The file holds keys.
    ///
    /// @param file its name
    /// @param keys how many are good
    /// @param remarks in the order of the file
    record JudgedKeys(String file, int keys, List<Remark> remarks) implements Inspected {}

    /// The zone could be judged, but not as the successor of another.
    ///
    /// @param alone the zone by itself
    /// @param problem what stood in the way
    record Incomparable(JudgedZone alone, String problem) implements Inspected {}

    /// The file is empty and another stood in its place before.
    record RemovedZone(DomainName zone) implements Inspected {}

    /// The file could not be read.
    ///
    /// @param problem why, with its name
    record Unreadable(String problem) implements Inspected {}
}
