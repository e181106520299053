package io.github.dnscli.oserve.log;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// What is to say about requests, and about news on their way.
final class ServerWords {

    private static final int MOST_RECORDS = 8;
    private static final int LONGEST_RECORD = 120;

    private ServerWords() {}

    static LogEvent notified(DomainName zone, DomainName key, Peer peer) {
        return LogEvent.info(
                        "notified",
                        "notified of '%s' by key '%s' from %s: looking for news"
                                .formatted(zone.display(), key.display(), peer))
                .zone(zone)
                .key(key)
                .with("peer", peer.toString());
    }

    static LogEvent updated(ZoneChange change) {
        var zone = change.after().origin();
        return LogEvent.info(
                        "updated",
                        "zone '%s' updated by key '%s' from %s: serial %s -> %s%s%s"
                                .formatted(
                                        zone.display(),
                                        change.key().display(),
                                        change.peer(),
                                        ReadingWords.serial(change.before()),
                                        ReadingWords.serial(change.after()),
                                        list(", added ", change.diff().added()),
                                        list(", removed ", change.diff().removed())))
                .zone(zone)
                .key(change.key())
                .with("peer", change.peer().toString())
                .with("serial", change.after().serial())
                .with("added", texts(change.diff().added()))
                .with("removed", texts(change.diff().removed()));
    }

    private static String list(String what, List<ResourceRecord> records) {
        var texts = texts(records);
        int more = withoutStart(records).size() - texts.size();
        return texts.isEmpty()
                ? ""
                : what
                        + texts.stream().collect(Collectors.joining("', '", "'", "'"))
                        + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> texts(List<ResourceRecord> records) {
        return withoutStart(records).stream()
                .limit(MOST_RECORDS)
                .map(record -> shortened(record.toString()))
                .toList();
    }

    /// The SOA record changes each time, and the serials are told anyway.
    private static List<ResourceRecord> withoutStart(List<ResourceRecord> records) {
        return records.stream().filter(record -> !record.type().equals(RecordType.SOA)).toList();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_RECORD ? text : text.substring(0, LONGEST_RECORD) + "…";
    }

    static LogEvent unsaved(ZoneChange change, Exception reason) {
        String why = reason instanceof IOException io ? IoTrouble.describe(io) : reason.toString();
        var zone = change.after().origin();
        return LogEvent.error(
                        "update-not-stored",
                        "update of '%s' by key '%s' from %s refused, it could not be stored: %s"
                                .formatted(
                                        zone.display(), change.key().display(), change.peer(), why))
                .zone(zone)
                .key(change.key())
                .with("peer", change.peer().toString())
                .with("problem", why);
    }

    static LogEvent refused(Peer peer, String reason) {
        return LogEvent.info("refused", "refused a request from " + peer + ": " + reason)
                .with("peer", peer.toString())
                .with("reason", reason);
    }

    static LogEvent transferred(TransferEvent transfer) {
        String what =
                "of zone '%s' to %s%s: serial %s, %s octets in %s ms"
                        .formatted(
                                transfer.zone().display(),
                                transfer.peer(),
                                transfer.key().map(k -> " by key '" + k.display() + "'").orElse(""),
                                transfer.serial(),
                                transfer.octets(),
                                transfer.duration().toMillis());
        var event =
                switch (transfer.end()) {
                    case TransferEvent.End.Complete _ ->
                            LogEvent.info("transfer", "transfer " + what);
                    case TransferEvent.End.Broken(var reason) ->
                            LogEvent.warning(
                                            "transfer-broken",
                                            "transfer " + what + ", then it broke off: " + reason)
                                    .with("reason", reason);
                };
        var told = transfer.key().map(event::key).orElse(event);
        return told.zone(transfer.zone())
                .with("peer", transfer.peer().toString())
                .with("serial", transfer.serial())
                .with("octets", transfer.octets())
                .with("milliseconds", transfer.duration().toMillis());
    }

    static LogEvent told(NotifyEvent news) {
        String what =
                "zone '%s', serial %s, to %s"
                        .formatted(news.zone().display(), news.serial(), news.recipient());
        var event =
                switch (news.end()) {
                    case NotifyEvent.End.Delivered _ ->
                            LogEvent.detail("news-delivered", "news delivered: " + what);
                    case NotifyEvent.End.Refused(var reason) ->
                            LogEvent.warning(
                                            "news-refused", "news refused: " + what + ": " + reason)
                                    .with("reason", reason);
                    case NotifyEvent.End.GivenUp(var reason) ->
                            LogEvent.warning(
                                            "news-given-up",
                                            "news given up: " + what + ": " + reason)
                                    .with("reason", reason);
                };
        return event.zone(news.zone())
                .with("serial", news.serial())
                .with("recipient", news.recipient());
    }
}
