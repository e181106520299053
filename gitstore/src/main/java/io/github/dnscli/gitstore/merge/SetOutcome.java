package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What comes of making edits in one record set.
///
/// @param before the set before; empty if there is none
/// @param after the set after; empty if there is none
/// @param changing which edits have changed it at all, by their places in the list
/// @param clashes what could not be done
record SetOutcome(
        Optional<RecordSet> before,
        Optional<RecordSet> after,
        Set<Integer> changing,
        List<Clash> clashes) {

    /// An edit that could not be made at a name.
    ///
    /// @param edit its place in the list
    /// @param owner the name
    /// @param reason why not, for people
    record Clash(int edit, DomainName owner, String reason) {}

    SetOutcome {
        changing = Set.copyOf(changing);
        clashes = List.copyOf(clashes);
    }
}
