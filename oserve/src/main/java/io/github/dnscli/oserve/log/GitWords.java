package io.github.dnscli.oserve.log;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.merge.Conflict;
import java.util.List;
import java.util.stream.Collectors;

/// What is to say about a git repository.
final class GitWords {

    private GitWords() {}

    static List<LogEvent> of(GitEvent event) {
        return switch (event) {
            case GitEvent.Read(var found) -> ReadingWords.of(found);
            case GitEvent.Fetched fetched -> List.of(fetched(fetched));
            case GitEvent.FetchFailed failed -> List.of(fetchFailed(failed));
            case GitEvent.Rewritten(int edits) ->
                    List.of(
                            LogEvent.warning(
                                            "branch-rewritten",
                                            "a push was forced upon the branch; updates that it took away are made again: "
                                                    + edits)
                                    .with("edits", edits));
            case GitEvent.Committed committed -> List.of(committed(committed));
            case GitEvent.Pushed(var revision, int commits) ->
                    List.of(
                            LogEvent.info(
                                            "pushed",
                                            "pushed: commit %s, commits new there: %s"
                                                    .formatted(revision.brief(), commits))
                                    .with("commit", revision.id())
                                    .with("commits", commits));
            case GitEvent.Rebased(var base, int edits) ->
                    List.of(
                            LogEvent.info(
                                            "rebased",
                                            "the branch has moved; updates made again on top of commit %s: %s"
                                                    .formatted(base.brief(), edits))
                                    .with("commit", base.id())
                                    .with("edits", edits));
            case GitEvent.PushFailed(var problem, var nextTry) ->
                    List.of(
                            LogEvent.warning(
                                            "push-failed",
                                            "not pushed, the commits are kept: %s; next try at %s"
                                                    .formatted(
                                                            onOneLine(problem), Moment.of(nextTry)))
                                    .with("problem", problem)
                                    .with("nextTry", nextTry));
            case GitEvent.Contradicted(var conflict) -> List.of(contradicted(conflict));
            case GitEvent.WrittenAnew(var zone, var problem) ->
                    List.of(
                            LogEvent.warning(
                                            "zone-written-anew",
                                            "the text of zone '%s' was written anew, without its comments and layout: %s"
                                                    .formatted(zone.display(), problem))
                                    .zone(zone)
                                    .with("problem", problem));
            case GitEvent.DiskTrouble(var problem) ->
                    List.of(LogEvent.error("disk-trouble", problem));
            case GitEvent.Unforeseen(var fault) ->
                    List.of(
                            LogEvent.error(
                                    "unforeseen", "an unforeseen fault, tried again: " + fault));
        };
    }

    private static LogEvent fetched(GitEvent.Fetched fetched) {
        String from = fetched.before().map(old -> old.brief() + " -> ").orElse("");
        return LogEvent.info("fetched", "fetched: commit " + from + fetched.after().brief())
                .with("commit", fetched.after().id());
    }

    private static LogEvent fetchFailed(GitEvent.FetchFailed failed) {
        String again = failed.nextTry().map(time -> "; next try at " + Moment.of(time)).orElse("");
        var event =
                LogEvent.warning(
                                "fetch-failed",
                                "not fetched, all stays as it was: "
                                        + onOneLine(failed.problem())
                                        + again)
                        .with("problem", failed.problem());
        return failed.nextTry().map(time -> event.with("nextTry", time)).orElse(event);
    }

    private static LogEvent committed(GitEvent.Committed committed) {
        return LogEvent.info(
                        "committed",
                        "committed as %s: updates by key '%s' of %s: %s"
                                .formatted(
                                        committed.revision().brief(),
                                        committed.key().display(),
                                        list(committed.zones()),
                                        committed.edits()))
                .with("commit", committed.revision().id())
                .key(committed.key())
                .with("zones", committed.zones().stream().map(DomainName::display).toList())
                .with("edits", committed.edits());
    }

    private static LogEvent contradicted(Conflict conflict) {
        var edit = conflict.edit();
        return LogEvent.error(
                        "conflict",
                        "zone '%s': an update by key '%s' from %s at %s clashes with an edit and is not in the zone any more, at '%s': %s"
                                .formatted(
                                        edit.zone().display(),
                                        edit.key().display(),
                                        edit.peer(),
                                        Moment.of(edit.time()),
                                        conflict.owner().display(),
                                        conflict.reason()))
                .zone(edit.zone())
                .key(edit.key())
                .with("peer", edit.peer())
                .with("owner", conflict.owner().display())
                .with("reason", conflict.reason());
    }

    private static String list(List<DomainName> zones) {
        return zones.stream()
                .map(zone -> "'" + zone.display() + "'")
                .collect(Collectors.joining(", "));
    }

    /// What a hook of the remote says may have several lines.
    private static String onOneLine(String problem) {
        return problem.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "))
                .replace(":;", ":");
    }
}
