package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// A zone as a file gives it, and everything that is wrong with the file and with the zone.
///
/// @param zone what could be read of it
/// @param places where its records stand
/// @param findings what is wrong
public record CheckedZone(Zone zone, RecordPlaces places, List<Finding> findings) {

    /// Copies the findings.
    public CheckedZone {
        findings = List.copyOf(findings);
    }

    /// {@return whether the zone must not be served}
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
