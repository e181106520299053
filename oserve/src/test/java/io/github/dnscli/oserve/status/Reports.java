package io.github.dnscli.oserve.status;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.GitStatus;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.oserve.database.DatabaseStatus;
import io.github.dnscli.server.event.ServerMetrics;
import io.github.dnscli.server.secondary.ZoneStanding;
import io.github.dnscli.server.state.ServerState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reports to look at.
public final class Reports {

    /// When they are made.
    public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final DomainName COM = DomainName.of("example.com");
    private static final DomainName ORG = DomainName.of("example.org");
    private static final InetAddress SECONDARY = InetAddress.ofLiteral("192.0.2.2");
    private static final Revision REVISION =
            new Revision("0123456789abcdef0123456789abcdef01234567");

    private static final ServerMetrics METRICS =
            new ServerMetrics(
                    new ServerMetrics.Requests(100, 7),
                    Map.of(Rcode.NOERROR, 90L, Rcode.REFUSED, 3L),
                    5,
                    2,
                    1,
                    4,
                    3,
                    1,
                    new ServerMetrics.Connections(3, 1, 9, 0, 0, 2),
                    0,
                    0,
                    0);

    private Reports() {}

    private static Zone zone(DomainName origin, long serial) {
        return Zone.of(
                origin,
                List.of(
                        ResourceRecord.of(
                                origin.toString(),
                                60,
                                RecordType.SOA,
                                "ns. admin. " + serial + " 3600 600 86400 60")));
    }

    private static StatusReport.Self self(ServerKind kind) {
        return new StatusReport.Self(
                kind,
                "1.2.3",
                NOW.minus(Duration.ofHours(50)),
                NOW,
                List.of(new InetSocketAddress(InetAddress.ofLiteral("::1"), 53)),
                2);
    }

    private static ServerState serving(Zone... zones) {
        var state = ServerState.EMPTY.withRights(KeyRights.BY_NAME);
        for (var zone : zones) {
            state = state.with(zone);
        }
        return state;
    }

    /// {@return a primary of which all is well}
    public static StatusReport well() {
        var follower =
                Follower.of(COM, SECONDARY)
                        .with(new Follower.Fetched(new Serial(7), ago(65), Optional.of(COM)))
                        .with(new Follower.Told(new Serial(7), ago(66), Optional.empty()));
        return StatusReport.of(
                self(ServerKind.PRIMARY),
                serving(zone(COM, 7)),
                List.of(),
                new DatabaseStatus(
                        Map.of(),
                        Optional.of(
                                git(new GitStatus.Attempt(ago(3), Optional.empty()), List.of()))),
                new Heard(
                        Map.of(COM, "example.com"),
                        Map.of(),
                        List.of(follower),
                        Optional.empty(),
                        new GitCounts(9, 1, 5, 4, 2)),
                METRICS);
    }

    /// {@return a primary of which hardly anything is}
    public static StatusReport troubled() {
        var edit =
                new ZoneEdit(
                        1,
                        ago(100),
                        COM,
                        DomainName.of("k"),
                        "192.0.2.9",
                        new Serial(6),
                        new Serial(7),
                        List.of(),
                        List.of());
        return StatusReport.of(
                self(ServerKind.PRIMARY),
                serving(zone(COM, 7)),
                List.of(),
                new DatabaseStatus(
                        Map.of(
                                COM,
                                List.of("example.com:3: error: \u001b[2J"),
                                ORG,
                                List.of("gone")),
                        Optional.of(
                                git(
                                        new GitStatus.Attempt(ago(3), Optional.of("no route")),
                                        List.of(
                                                new Conflict(
                                                        edit,
                                                        DomainName.of("www.example.com"),
                                                        "the A record is another"))))),
                new Heard(
                        Map.of(COM, "example.com"),
                        Map.of(),
                        List.of(),
                        Optional.of("disk full"),
                        GitCounts.NONE),
                METRICS);
    }

    private static GitStatus git(GitStatus.Attempt push, List<Conflict> conflicts) {
        return new GitStatus(
                "https://git.example/zones",
                Optional.of("main"),
                Optional.of(REVISION),
                Optional.of(REVISION),
                Optional.of(new GitStatus.Attempt(ago(120), Optional.empty())),
                Optional.of(push),
                3,
                1,
                Map.of(),
                conflicts,
                conflicts.size());
    }

    /// {@return a secondary that has one zone and lacks another}
    public static StatusReport secondary() {
        var primary = new ServerAddress(InetAddress.ofLiteral("192.0.2.1"), 53);
        return StatusReport.of(
                self(ServerKind.SECONDARY),
                serving(zone(COM, 7)),
                List.of(
                        new ZoneStanding(
                                COM,
                                primary,
                                Optional.of(ago(30)),
                                Optional.of(ago(-3570)),
                                Optional.of(ago(-86370))),
                        new ZoneStanding(
                                ORG,
                                primary,
                                Optional.empty(),
                                Optional.of(ago(-5)),
                                Optional.empty())),
                DatabaseStatus.NONE,
                new Heard(
                        Map.of(),
                        Map.of(ORG, "no reply"),
                        List.of(),
                        Optional.empty(),
                        GitCounts.NONE),
                METRICS);
    }

    private static Instant ago(long seconds) {
        return NOW.minusSeconds(seconds);
    }
}
