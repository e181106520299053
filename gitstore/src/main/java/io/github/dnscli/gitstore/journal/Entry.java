package io.github.dnscli.gitstore.journal;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.util.List;

/// What one frame of a journal's file says.
sealed interface Entry {

    /// An edit comes behind all others.
    ///
    /// @param edit the edit
    record Added(ZoneEdit edit) implements Entry {}

    /// Edits come before all others.
    ///
    /// @param edits the edits in their order
    record PutBack(List<ZoneEdit> edits) implements Entry {}

    /// Edits are elsewhere now.
    ///
    /// @param numbers their numbers
    record Removed(List<Long> numbers) implements Entry {}
}
