package io.github.dnscli.oserve.status;

import io.github.dnscli.gitstore.GitEvent;

/// What a repository's events come to since the start.
///
/// @param pulls how often something new was fetched
/// @param failedPulls how often the repository could not be fetched from
/// @param commits how many commits were made
/// @param pushes how often commits were pushed
/// @param failedPushes how often they could not be
public record GitCounts(
        long pulls, long failedPulls, long commits, long pushes, long failedPushes) {

    /// Nothing yet.
    public static final GitCounts NONE = new GitCounts(0, 0, 0, 0, 0);

    /// {@return the counts after one more event}
    GitCounts and(GitEvent event) {
        return switch (event) {
            case GitEvent.Fetched _ ->
                    new GitCounts(pulls + 1, failedPulls, commits, pushes, failedPushes);
            case GitEvent.FetchFailed _ ->
                    new GitCounts(pulls, failedPulls + 1, commits, pushes, failedPushes);
            case GitEvent.Committed _ ->
                    new GitCounts(pulls, failedPulls, commits + 1, pushes, failedPushes);
            case GitEvent.Pushed _ ->
                    new GitCounts(pulls, failedPulls, commits, pushes + 1, failedPushes);
            case GitEvent.PushFailed _ ->
                    new GitCounts(pulls, failedPulls, commits, pushes, failedPushes + 1);
            case GitEvent.Read _,
                    GitEvent.Rewritten _,
                    GitEvent.Rebased _,
                    GitEvent.Contradicted _,
                    GitEvent.WrittenAnew _,
                    GitEvent.DiskTrouble _,
                    GitEvent.Unforeseen _ ->
                    this;
        };
    }
}
