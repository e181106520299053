package io.github.dnscli.oserve.status;

import io.github.dnscli.cli.Version;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.oserve.database.DatabaseListener;
import io.github.dnscli.oserve.database.DatabaseStatus;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.event.TransferEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Remembers what events tell that a status report needs. Used by several threads.
///
/// Where anybody may fetch zones, anybody becomes a follower: of more than a bound, those of whom nothing was heard for the
/// longest time are forgotten.
public final class StatusBoard implements ServerListener, DatabaseListener {

    private static final int MOST_FOLLOWERS = 10_000;

    private record Who(DomainName zone, InetAddress address) {}

    private final ServerKind kind;
    private final InstantSource clock;
    private final Instant since;
    private final Map<DomainName, String> files = new HashMap<>();
    private final Map<DomainName, String> problems = new HashMap<>();
    private final SequencedMap<Who, Follower> followers = new LinkedHashMap<>();

    private Optional<String> diskTrouble = Optional.empty();
    private GitCounts counts = GitCounts.NONE;

    /// Has heard nothing yet. The server counts as started now.
    public StatusBoard(ServerKind kind, InstantSource clock) {
        this.kind = kind;
        this.clock = clock;
        this.since = clock.instant();
    }

    /// {@return how the server stands now}
    ///
    /// @param server the server
    /// @param database how its database stands
    public StatusReport report(NameServer server, DatabaseStatus database) {
        var state = server.state();
        var self =
                new StatusReport.Self(
                        kind,
                        Version.text(),
                        since,
                        clock.instant(),
                        server.addresses(),
                        state.keys().size());
        return StatusReport.of(
                self, state, server.standings(), database, heard(), server.metrics());
    }

    synchronized Heard heard() {
        return new Heard(files, problems, List.copyOf(followers.values()), diskTrouble, counts);
    }

    @Override
    public synchronized void happened(ReadingEvent event) {
        switch (event) {
            case ReadingEvent.Served(var file, var zone, _, _) ->
                    files.put(zone.origin(), file.toString());
            case ReadingEvent.Removed(var origin) -> files.remove(origin);
            case ReadingEvent.Unnoticed _,
                    ReadingEvent.Broken _,
                    ReadingEvent.Merged _,
                    ReadingEvent.Missing _,
                    ReadingEvent.Ignored _,
                    ReadingEvent.KeyTrouble _,
                    ReadingEvent.KeysUnreadable _,
                    ReadingEvent.Keys _ -> {
                // The state of the database tells.
            }
        }
    }

    @Override
    public synchronized void happened(GitEvent event) {
        counts = counts.and(event);
        switch (event) {
            case GitEvent.Read(var found) -> happened(found);
            case GitEvent.DiskTrouble(var problem) -> diskTrouble = Optional.of(problem);
            case GitEvent.Committed _, GitEvent.Pushed _, GitEvent.Fetched _ ->
                    diskTrouble = Optional.empty();
            case GitEvent.FetchFailed _,
                    GitEvent.Rewritten _,
                    GitEvent.Rebased _,
                    GitEvent.PushFailed _,
                    GitEvent.Contradicted _,
                    GitEvent.WrittenAnew _,
                    GitEvent.Unforeseen _ -> {
                // The state of the repository tells, or the log alone.
            }
        }
    }

    @Override
    public void unreadable(IOException trouble) {
        // The log tells, and the next reading.
    }

    @Override
    public void transferred(TransferEvent transfer) {
        if (transfer.end() instanceof TransferEvent.End.Complete) {
            var fetched = new Follower.Fetched(transfer.serial(), clock.instant(), transfer.key());
            follow(transfer.zone(), transfer.peer().address(), known -> known.with(fetched));
        }
    }

    @Override
    public void told(NotifyEvent news) {
        var problem =
                switch (news.end()) {
                    case NotifyEvent.End.Delivered _ -> Optional.<String>empty();
                    case NotifyEvent.End.Refused(var reason) -> Optional.of(reason);
                    case NotifyEvent.End.GivenUp(var reason) -> Optional.of(reason);
                };
        var told = new Follower.Told(news.serial(), clock.instant(), problem);
        follow(news.zone(), news.address(), known -> known.with(told));
    }

    private synchronized void follow(
            DomainName zone, InetAddress address, UnaryOperator<Follower> change) {
        var who = new Who(zone, address);
        var known = followers.remove(who);
        followers.put(who, change.apply(known == null ? Follower.of(zone, address) : known));
        if (followers.size() > MOST_FOLLOWERS) {
            followers.pollFirstEntry();
        }
    }

    @Override
    public synchronized void secondary(SecondaryEvent event) {
        switch (event) {
            case SecondaryEvent.Failed(var zone, _, var reason, _) -> problems.put(zone, reason);
            case SecondaryEvent.Transferred _,
                    SecondaryEvent.UpToDate _,
                    SecondaryEvent.Dropped _ ->
                    problems.remove(event.zone());
            case SecondaryEvent.Expired _,
                    SecondaryEvent.Discovered _,
                    SecondaryEvent.Flawed _,
                    SecondaryEvent.Unkept _,
                    SecondaryEvent.Disconnected _ -> {
                // The standing of the zone tells, or the log alone.
            }
        }
    }
}
