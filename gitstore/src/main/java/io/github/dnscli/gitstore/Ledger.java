package io.github.dnscli.gitstore;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.GitStatus.Attempt;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ZoneReading;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a store remembers for those who ask how it stands. Used by several threads.
final class Ledger {

    private static final int MOST_CONFLICTS = 100;
    private static final int MOST_KNOWN = 100_000;

    /// A conflict, whatever the words that tell of it.
    private record Contradiction(long edit, DomainName owner) {
        static Contradiction of(Conflict conflict) {
            return new Contradiction(conflict.edit().number(), conflict.owner());
        }
    }

    private final Deque<Conflict> conflicts = new ArrayDeque<>();
    private final LinkedHashSet<Contradiction> known = new LinkedHashSet<>();
    private long conflictCount;
    private Optional<Attempt> lastFetch = Optional.empty();
    private Optional<Attempt> lastPush = Optional.empty();
    private Map<DomainName, List<String>> faulty = Map.of();

    /// The remote was asked for its branch.
    ///
    /// @param problem why that failed; empty if it did not
    synchronized void fetched(Optional<String> problem) {
        lastFetch = Optional.of(new Attempt(Instant.now(), problem));
    }

    /// The remote was asked to take commits.
    ///
    /// @param problem why it did not; empty if it did
    synchronized void pushed(Optional<String> problem) {
        lastPush = Optional.of(new Attempt(Instant.now(), problem));
    }

    /// Changes are made again with each push that comes between, and what cannot be made still cannot.
    ///
    /// @return those of the conflicts that are news
    synchronized List<Conflict> conflicts(List<Conflict> more) {
        var news = more.stream().filter(conflict -> known.add(Contradiction.of(conflict))).toList();
        conflictCount += news.size();
        conflicts.addAll(news);
        while (conflicts.size() > MOST_CONFLICTS) {
            conflicts.removeFirst();
        }
        while (known.size() > MOST_KNOWN) {
            known.removeFirst();
        }
        return news;
    }

    /// The files were read.
    synchronized void read(Reading reading) {
        var problems = new HashMap<DomainName, List<String>>();
        for (var zone : reading.zones()) {
            switch (zone) {
                case ZoneReading.Good _, ZoneReading.Unlike _ -> {}
                case ZoneReading.Faulty(_, var origin, var errors) ->
                        problems.put(origin, errors.stream().map(Finding::toString).toList());
                case ZoneReading.Unreadable(_, var origin, var problem) ->
                        problems.put(origin, List.of(problem));
            }
        }
        faulty = Map.copyOf(problems);
    }

    synchronized Map<DomainName, List<String>> faulty() {
        return faulty;
    }

    synchronized GitStatus status(String remote, Optional<String> name, Branch branch, int edits) {
        return new GitStatus(
                remote,
                name,
                branch.base(),
                branch.head(),
                lastFetch,
                lastPush,
                edits,
                branch.ahead(),
                faulty,
                List.copyOf(conflicts),
                conflictCount);
    }
}
