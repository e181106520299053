package io.github.dnscli.gitstore.reading;

import java.util.List;

/// One look at a tree of files.
///
/// @param zones what the files that bear a zone's name hold; at most one for each zone
/// @param keys what the key files hold
/// @param others what else was there
public record Reading(
        List<ZoneReading> zones, List<KeyReading> keys, List<ReadingEvent.Ignored> others) {

    /// Copies the lists.
    public Reading {
        zones = List.copyOf(zones);
        keys = List.copyOf(keys);
        others = List.copyOf(others);
    }
}
