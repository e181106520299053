package io.github.dnscli.gitstore.commit;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.Unwritten;
import java.util.List;

/// Edits that make one commit: all by one key.
///
/// @param edits in the order of their numbers; perhaps of several zones
public record EditGroups(List<List<ZoneEdit>> edits) {

    /// {@return edits, one group for each key as far as their order does not matter: an edit joins the last group of its
    /// key unless a later group is about one of the same record sets}
    public static EditGroups of(List<ZoneEdit> edits) {
        return Unwritten.yet();
    }
}
