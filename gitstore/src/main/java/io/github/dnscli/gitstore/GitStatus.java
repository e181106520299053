package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.repository.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a store stands, at one moment.
///
/// @param remote the remote repository, without password
/// @param branch the branch it follows
/// @param remoteHead where that was last
/// @param head where our own branch is
/// @param lastFetch the last attempt to fetch
/// @param lastPush the last attempt to push
/// @param pendingEdits acknowledged changes that the remote does not have yet
/// @param pendingCommits commits that it does not have yet
/// @param faulty zones whose files must not be served, with what is wrong
/// @param conflicts the last conflicts since the start, the newest last
/// @param conflictCount how many there were
public record GitStatus(
        String remote,
        Optional<String> branch,
        Optional<Revision> remoteHead,
        Optional<Revision> head,
        Optional<Attempt> lastFetch,
        Optional<Attempt> lastPush,
        int pendingEdits,
        int pendingCommits,
        Map<DomainName, List<String>> faulty,
        List<Conflict> conflicts,
        long conflictCount) {

    /// Copies the collections.
    public GitStatus {
        faulty = Map.copyOf(faulty);
        conflicts = List.copyOf(conflicts);
    }

    /// An attempt to reach the remote.
    ///
    /// @param time when it ended
    /// @param problem why it failed, for people; empty if it did not
    public record Attempt(Instant time, Optional<String> problem) {}
}
