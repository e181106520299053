package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.reading.Unwritten;
import java.util.List;

/// Makes acknowledged changes again in a zone that somebody else may have changed meanwhile.
///
/// @param zone what they lead to: structurally sound if the zone before was; its serial newer than before, and not older
///     than that of any of the edits, unless there was nothing to be done
/// @param conflicts what could not be done
public record Replay(Zone zone, List<Conflict> conflicts) {

    /// Copies the list.
    public Replay {
        conflicts = List.copyOf(conflicts);
    }

    /// {@return what comes of making edits again, in their order. Made where they were made first, they lead to the same
    /// zone, serial included; made twice, to the same as once, but perhaps for the serial}
    ///
    /// @param start a zone that can be served
    /// @param edits of that zone
    public static Replay of(Zone start, List<ZoneEdit> edits) {
        return Unwritten.yet();
    }
}
