package io.github.dnscli.oserve.status;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.common.finding.SafeText;
import io.github.dnscli.common.record.Addresses;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.gitstore.GitStatus;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.oserve.log.Moment;
import io.github.dnscli.server.secondary.ZoneStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A report as people read it.
final class StatusText {

    private final StatusReport report;

    private StatusText(StatusReport report) {
        this.report = report;
    }

    /// {@return the text, with its last line end}
    static String of(StatusReport report) {
        var text = new StatusText(report);
        return Stream.of(text.server(), text.attention(), text.zones(), text.followers())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String server() {
        var self = report.server();
        var facts = new Facts();
        facts.add(
                "server",
                "oserve %s %s, started %s, at %s"
                        .formatted(
                                Choice.word(self.kind()),
                                self.version(),
                                ago(self.since()),
                                Moment.of(self.since())));
        facts.add(
                "listens",
                self.addresses().stream()
                        .map(at -> new ServerAddress(at.getAddress(), at.getPort()).display())
                        .collect(Collectors.joining(" ")));
        facts.add("keys", Integer.toString(self.keys()));
        report.git().ifPresent(git -> repository(git, facts));
        return facts.text();
    }

    private void repository(GitStatus git, Facts facts) {
        String branch = git.branch().map(name -> "#" + name).orElse("");
        facts.add("remote", git.remote() + branch + at(git.remoteHead()));
        facts.add("pulled", attempt(git.lastFetch()));
        facts.add("pushed", attempt(git.lastPush()));
        facts.add(
                "pending",
                "updates: %s, commits: %s".formatted(git.pendingEdits(), git.pendingCommits()));
        facts.add("conflicts", Long.toString(git.conflictCount()));
    }

    private static String at(Optional<Revision> revision) {
        return revision.map(known -> ", at commit " + known.brief()).orElse("");
    }

    private String attempt(Optional<GitStatus.Attempt> attempt) {
        return attempt.map(
                        last ->
                                ago(last.time())
                                        + last.problem().map(why -> ", failed: " + why).orElse(""))
                .orElse("not yet");
    }

    private String attention() {
        return report.attention().stream()
                .map(line -> "! " + SafeText.of(line) + "\n")
                .collect(Collectors.joining());
    }

    private String zones() {
        return switch (report.server().kind()) {
            case PRIMARY -> primaryZones();
            case SECONDARY, CERTIFIER -> secondaryZones();
        };
    }

    private String primaryZones() {
        var columns = new Columns("ZONE", "SERIAL", "NAMES", "FILE");
        for (var zone : report.zones()) {
            columns.row(
                    zone.zone().display(),
                    serial(zone),
                    Integer.toString(zone.names()),
                    zone.file().orElse("-") + (zone.errors().isEmpty() ? "" : ", with errors"));
        }
        return columns.text();
    }

    private String secondaryZones() {
        var columns =
                new Columns(
                        "ZONE", "SERIAL", "NAMES", "CONFIRMED", "NEXT LOOK", "EXPIRES", "PRIMARY");
        for (var zone : report.zones()) {
            var standing = zone.standing();
            columns.row(
                    zone.zone().display(),
                    serial(zone),
                    Integer.toString(zone.names()),
                    standing.flatMap(ZoneStanding::lastSuccess).map(this::ago).orElse("never"),
                    standing.flatMap(ZoneStanding::nextLook).map(this::in).orElse("now"),
                    standing.flatMap(ZoneStanding::expiry).map(this::in).orElse("-"),
                    standing.map(known -> known.primary().display()).orElse("-"));
        }
        return columns.text();
    }

    private static String serial(ZoneStatus zone) {
        return zone.serial().map(Serial::toString).orElse("-");
    }

    private String followers() {
        var columns = new Columns("SECONDARY", "ZONE", "FETCHED", "TOLD");
        for (var follower : report.followers()) {
            columns.row(
                    Addresses.data(follower.address()).text(),
                    follower.zone().display(),
                    follower.fetched()
                            .map(known -> known.serial() + " " + ago(known.time()))
                            .orElse("-"),
                    follower.told().map(this::told).orElse("-"));
        }
        return columns.text();
    }

    private String told(Follower.Told told) {
        return told.serial()
                + " "
                + ago(told.time())
                + told.problem().map(why -> ", in vain: " + why).orElse("");
    }

    private String ago(Instant time) {
        return Age.of(Duration.between(time, report.server().now())) + " ago";
    }

    private String in(Instant time) {
        return "in " + Age.of(Duration.between(report.server().now(), time));
    }
}
