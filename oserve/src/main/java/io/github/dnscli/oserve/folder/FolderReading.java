package io.github.dnscli.oserve.folder;

import java.util.List;

/// One look at a folder.
///
/// @param zones what the files that bear a zone's name hold; at most one for each zone
/// @param keys what the key files hold
/// @param others what else was there
public record FolderReading(
        List<ZoneReading> zones, List<KeyReading> keys, List<FolderEvent.Ignored> others) {

    /// Copies the lists.
    public FolderReading {
        zones = List.copyOf(zones);
        keys = List.copyOf(keys);
        others = List.copyOf(others);
    }
}
