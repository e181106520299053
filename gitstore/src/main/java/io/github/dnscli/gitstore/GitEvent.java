package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.repository.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something an operator may want to know about a store.
public sealed interface GitEvent {

    /// The files of a commit were read.
    ///
    /// @param event what was found
    record Read(ReadingEvent event) implements GitEvent {}

    /// The remote branch was fetched and has moved.
    ///
    /// @param before where it was
    /// @param after where it is
    record Fetched(Optional<Revision> before, Revision after) implements GitEvent {}

    /// The remote could not be fetched from; what was served is served on.
    ///
    /// @param problem why, for people
    /// @param nextTry when it is tried again; empty if that waits for a NOTIFY or the like
    record FetchFailed(String problem, Optional<Instant> nextTry) implements GitEvent {}

    /// Somebody has forced a push; acknowledged changes that it took away are made again.
    ///
    /// @param edits how many
    record Rewritten(int edits) implements GitEvent {}

    /// A commit was made for acknowledged changes.
    ///
    /// @param revision the commit
    /// @param key the key that signed the changes; the author
    /// @param zones the zones it changes
    /// @param edits how many changes are in it
    record Committed(Revision revision, DomainName key, List<DomainName> zones, int edits)
            implements GitEvent {}

    /// The remote branch has the commits made here.
    ///
    /// @param revision where it is now
    /// @param commits how many it got
    record Pushed(Revision revision, int commits) implements GitEvent {}

    /// The remote had moved; changes that it does not have yet were made again on top of it.
    ///
    /// @param base the commit they were made on
    /// @param edits how many
    record Rebased(Revision base, int edits) implements GitEvent {}

    /// The remote could not be pushed to, or does not want the commits; they are kept.
    ///
    /// @param problem why, for people
    /// @param nextTry when it is tried again
    record PushFailed(String problem, Instant nextTry) implements GitEvent {}

    /// Part of an acknowledged change cannot be made any more; the operator's commit counts.
    ///
    /// @param conflict what
    record Contradicted(Conflict conflict) implements GitEvent {}

    /// The text of a zone could not be edited and was written anew, without its comments and layout.
    ///
    /// @param zone the zone
    /// @param problem why, for people
    record WrittenAnew(DomainName zone, String problem) implements GitEvent {}

    /// The local disk makes trouble.
    ///
    /// @param problem what, for people
    record DiskTrouble(String problem) implements GitEvent {}

    /// A fault of this program; what was under way is tried again.
    ///
    /// @param fault the fault
    record Unforeseen(RuntimeException fault) implements GitEvent {}
}
