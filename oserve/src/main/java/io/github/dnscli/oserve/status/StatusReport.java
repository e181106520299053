package io.github.dnscli.oserve.status;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.GitStatus;
import io.github.dnscli.oserve.database.DatabaseStatus;
import io.github.dnscli.oserve.log.Moment;
import io.github.dnscli.server.event.ServerMetrics;
import io.github.dnscli.server.secondary.ZoneStanding;
import io.github.dnscli.server.state.ServerState;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How a server stands, at one moment.
///
/// @param server the server itself
/// @param zones its zones, in the order of their names; those too that are not served
/// @param followers who fetched zones, and who was told of changes, as far as that was heard since the start
/// @param git how its repository stands, if it has one
/// @param diskTrouble what its local disk makes trouble about; empty if it does not
/// @param counts what the events of its repository come to since its start
/// @param metrics what it has counted since its start
public record StatusReport(
        Self server,
        List<ZoneStatus> zones,
        List<Follower> followers,
        Optional<GitStatus> git,
        Optional<String> diskTrouble,
        GitCounts counts,
        ServerMetrics metrics) {

    /// So long a conflict asks for attention.
    private static final Duration DAY = Duration.ofDays(1);

    /// The server itself.
    ///
    /// @param kind what it is
    /// @param version its version
    /// @param since when it was started
    /// @param now when the report was made
    /// @param addresses where it listens
    /// @param keys how many keys it knows
    public record Self(
            ServerKind kind,
            String version,
            Instant since,
            Instant now,
            List<InetSocketAddress> addresses,
            int keys) {

        /// Copies the addresses.
        public Self {
            addresses = List.copyOf(addresses);
        }
    }

    /// Copies the lists.
    public StatusReport {
        zones = List.copyOf(zones);
        followers = List.copyOf(followers);
    }

    /// {@return the report on a server}
    ///
    /// @param state what it serves
    /// @param standings how its zones stand that come from elsewhere
    /// @param database how its database stands
    /// @param heard what was heard of it
    public static StatusReport of(
            Self server,
            ServerState state,
            List<ZoneStanding> standings,
            DatabaseStatus database,
            Heard heard,
            ServerMetrics metrics) {
        var standing =
                standings.stream()
                        .collect(Collectors.toMap(ZoneStanding::zone, Function.identity()));
        var names = new TreeSet<>(state.zones().keySet());
        names.addAll(standing.keySet());
        names.addAll(database.faulty().keySet());
        var zones =
                names.stream()
                        .map(
                                name ->
                                        zone(
                                                name,
                                                state.zone(name),
                                                database.faulty(),
                                                Optional.ofNullable(standing.get(name)),
                                                heard))
                        .toList();
        return new StatusReport(
                server,
                zones,
                heard.followers().stream().sorted(Follower.ORDER).toList(),
                database.git(),
                heard.diskTrouble(),
                heard.counts(),
                metrics);
    }

    private static ZoneStatus zone(
            DomainName name,
            Optional<Zone> served,
            Map<DomainName, List<String>> faulty,
            Optional<ZoneStanding> standing,
            Heard heard) {
        return new ZoneStatus(
                name,
                served.flatMap(Zone::serial),
                served.map(Zone::nameCount).orElse(0),
                Optional.ofNullable(heard.files().get(name)),
                faulty.getOrDefault(name, List.of()),
                standing,
                Optional.ofNullable(heard.problems().get(name)));
    }

    /// {@return what somebody should look after, for people}: zones that have errors, that are not served, or whose primaries
    /// cannot be used; trouble with the disk; a repository that could not be fetched from last, or pushed to while there is something to push; conflicts of the last 24 hours
    public List<String> attention() {
        var all = new ArrayList<String>();
        zones.forEach(zone -> zone.attention().ifPresent(all::add));
        diskTrouble.ifPresent(problem -> all.add("the disk makes trouble: " + problem));
        git.ifPresent(status -> all.addAll(attention(status)));
        return all;
    }

    private List<String> attention(GitStatus status) {
        var all = new ArrayList<String>();
        problem(status.lastFetch())
                .ifPresent(why -> all.add("the repository could not be fetched from: " + why));
        problem(status.lastPush())
                .filter(_ -> status.pendingEdits() > 0)
                .ifPresent(why -> all.add("the repository could not be pushed to: " + why));
        var yesterday = server.now().minus(DAY);
        status.conflicts().stream()
                .filter(conflict -> conflict.edit().time().isAfter(yesterday))
                .map(
                        conflict ->
                                "an update of zone '%s' at %s clashes with an edit, at '%s': %s"
                                        .formatted(
                                                conflict.edit().zone().display(),
                                                Moment.of(conflict.edit().time()),
                                                conflict.owner().display(),
                                                conflict.reason()))
                .forEach(all::add);
        return all;
    }

    private static Optional<String> problem(Optional<GitStatus.Attempt> attempt) {
        return attempt.flatMap(GitStatus.Attempt::problem);
    }
}
