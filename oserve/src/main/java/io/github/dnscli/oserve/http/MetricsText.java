package io.github.dnscli.oserve.http;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.common.record.Addresses;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.gitstore.GitStatus;
import io.github.dnscli.oserve.status.StatusReport;
import io.github.dnscli.server.event.ServerMetrics;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// A report as Prometheus reads it. Names stay as they are; there may come more.
final class MetricsText {

    private final StatusReport report;
    private final PrometheusText text = new PrometheusText();

    private MetricsText(StatusReport report) {
        this.report = report;
    }

    /// {@return a report, and what a part of the server tells besides}
    static String of(StatusReport report, MetricsSource more) {
        var metrics = new MetricsText(report);
        metrics.server();
        metrics.requests(report.metrics());
        metrics.outgoing(report.metrics());
        metrics.connections(report.metrics().connections());
        metrics.losses(report.metrics());
        metrics.zones();
        metrics.standings();
        metrics.followers();
        report.git().ifPresent(metrics::repository);
        more.write(metrics.text);
        return metrics.text.toString();
    }

    private void server() {
        var self = report.server();
        text.gauge("info", "The server's version and kind")
                .value(1, "version", self.version(), "kind", Choice.word(self.kind()));
        text.gauge("start_time_seconds", "When the server was started, since 1970")
                .time(self.since());
        text.gauge("keys", "TSIG keys known").value(self.keys());
        text.gauge("attention", "Lines that 'oserve status' asks attention for")
                .value(report.attention().size());
    }

    private void requests(ServerMetrics metrics) {
        text.counter("requests_total", "Messages received")
                .value(metrics.requests().udp(), "protocol", "udp")
                .value(metrics.requests().tcp(), "protocol", "tcp");
        text.counter("replies_total", "Single replies sent, by outcome");
        metrics.replies().entrySet().stream()
                .sorted(Comparator.comparingInt(reply -> reply.getKey().value()))
                .forEach(this::reply);
        text.counter("updates_total", "Changes made by UPDATE").value(metrics.updates());
        text.counter("notifications_received_total", "NOTIFY messages taken")
                .value(metrics.newsReceived());
    }

    private void reply(Map.Entry<Rcode, Long> reply) {
        text.value(reply.getValue(), "rcode", reply.getKey().toString());
    }

    private void outgoing(ServerMetrics metrics) {
        text.counter("transfers_total", "Zones handed out, whole or as differences")
                .value(metrics.transfers(), "outcome", "complete")
                .value(metrics.brokenTransfers(), "outcome", "broken");
        text.counter("notifications_sent_total", "Changes that other servers were told of")
                .value(metrics.newsDelivered(), "outcome", "delivered")
                .value(metrics.newsFailed(), "outcome", "failed");
    }

    private void connections(ServerMetrics.Connections connections) {
        text.gauge("connections", "TCP connections open")
                .value(connections.open() - connections.registered(), "kept_for", "requests")
                .value(connections.registered(), "kept_for", "news");
        text.counter("connections_total", "TCP connections taken").value(connections.taken());
        text.counter("connections_closed_early_total", "TCP connections that the server closed")
                .value(connections.displaced(), "reason", "displaced")
                .value(connections.turnedAway(), "reason", "no_room")
                .value(connections.cutOff(), "reason", "late");
    }

    private void losses(ServerMetrics metrics) {
        text.counter("dropped_datagrams_total", "Datagrams left unanswered")
                .value(metrics.droppedDatagrams());
        text.counter("dropped_events_total", "Events that the log missed")
                .value(metrics.droppedEvents());
        text.counter("bugs_total", "Requests that met a bug").value(metrics.bugs());
    }

    private void zones() {
        text.gauge("zones", "Zones served")
                .value(report.zones().stream().filter(zone -> zone.serial().isPresent()).count());
        text.gauge("zone_serial", "The serial that is served");
        for (var zone : report.zones()) {
            zone.serial()
                    .ifPresent(serial -> text.value(serial.value(), "zone", zone.zone().display()));
        }
        text.gauge("zone_names", "About how many names the version has that is served");
        report.zones().forEach(zone -> text.value(zone.names(), "zone", zone.zone().display()));
        text.gauge("zone_errors", "Errors in the zone's file, for which it is not served");
        report.zones()
                .forEach(zone -> text.value(zone.errors().size(), "zone", zone.zone().display()));
    }

    private void standings() {
        var standings = report.zones().stream().flatMap(zone -> zone.standing().stream()).toList();
        if (standings.isEmpty()) {
            return;
        }
        text.gauge(
                "zone_confirmed_time_seconds",
                "When a primary last gave the zone, or had nothing newer");
        for (var standing : standings) {
            standing.lastSuccess()
                    .ifPresent(time -> text.time(time, "zone", standing.zone().display()));
        }
        text.gauge("zone_expiry_time_seconds", "When the zone expires unless a primary answers");
        for (var standing : standings) {
            standing.expiry().ifPresent(time -> text.time(time, "zone", standing.zone().display()));
        }
    }

    private void followers() {
        text.gauge("secondary_fetched_serial", "The serial that somebody fetched last");
        for (var follower : report.followers()) {
            follower.fetched()
                    .ifPresent(
                            fetched ->
                                    text.value(
                                            fetched.serial().value(),
                                            "zone",
                                            follower.zone().display(),
                                            "address",
                                            Addresses.data(follower.address()).text()));
        }
        text.gauge("secondary_told_serial", "The serial that somebody was told of last");
        for (var follower : report.followers()) {
            follower.told()
                    .filter(told -> told.problem().isEmpty())
                    .ifPresent(
                            told ->
                                    text.value(
                                            told.serial().value(),
                                            "zone",
                                            follower.zone().display(),
                                            "address",
                                            Addresses.data(follower.address()).text()));
        }
    }

    private void repository(GitStatus git) {
        attempt("pull", "fetch from", git.lastFetch());
        attempt("push", "push to", git.lastPush());
        var counts = report.counts();
        text.counter(
                        "pulls_total",
                        "Times that the repository had something new, or could not be fetched from")
                .value(counts.pulls(), "outcome", "news")
                .value(counts.failedPulls(), "outcome", "failed");
        text.counter("pushes_total", "Times that commits were pushed, or could not be")
                .value(counts.pushes(), "outcome", "landed")
                .value(counts.failedPushes(), "outcome", "failed");
        text.counter("commits_total", "Commits made for updates").value(counts.commits());
        text.gauge("pending_updates", "Updates that the repository does not have yet")
                .value(git.pendingEdits());
        text.gauge("pending_commits", "Commits that the repository does not have yet")
                .value(git.pendingCommits());
        text.counter("conflicts_total", "Updates that clashed with an edit")
                .value(git.conflictCount());
    }

    private void attempt(String name, String what, Optional<GitStatus.Attempt> attempt) {
        attempt.ifPresent(
                last -> {
                    text.gauge(
                                    name + "_time_seconds",
                                    "When it was last tried to " + what + " the repository")
                            .time(last.time());
                    text.gauge(name + "_success", "Whether that worked")
                            .value(last.problem().isEmpty() ? 1 : 0);
                });
    }
}
