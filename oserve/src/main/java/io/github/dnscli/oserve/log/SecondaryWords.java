package io.github.dnscli.oserve.log;

import io.github.dnscli.server.event.SecondaryEvent;

/// What is to say about zones that come from other servers.
final class SecondaryWords {

    private SecondaryWords() {}

    static LogEvent of(SecondaryEvent event) {
        String zone = "zone '" + event.zone().display() + "'";
        var told =
                switch (event) {
                    case SecondaryEvent.Transferred transferred -> transferred(zone, transferred);
                    case SecondaryEvent.UpToDate(_, var primary, var serial) ->
                            LogEvent.detail(
                                            "zone-up-to-date",
                                            "%s: %s has serial %s too"
                                                    .formatted(zone, primary.display(), serial))
                                    .with("primary", primary.display())
                                    .with("serial", serial);
                    case SecondaryEvent.Flawed(_, var problem) ->
                            LogEvent.warning(
                                            "zone-flawed",
                                            "%s is served as its primary has it: %s"
                                                    .formatted(zone, problem))
                                    .with("problem", problem);
                    case SecondaryEvent.Unkept(_, var problem) ->
                            LogEvent.error(
                                            "zone-not-kept",
                                            "%s is served, but cannot be kept for the next start: %s"
                                                    .formatted(zone, problem))
                                    .with("problem", problem);
                    case SecondaryEvent.Disconnected(_, var primary, var reason, var nextTry) ->
                            LogEvent.warning(
                                            "disconnected",
                                            "connection for news from %s is lost: %s; next try at %s"
                                                    .formatted(
                                                            primary.display(),
                                                            reason,
                                                            Moment.of(nextTry)))
                                    .with("primary", primary.display())
                                    .with("reason", reason)
                                    .with("nextTry", nextTry);
                    case SecondaryEvent.Failed(_, var primary, var reason, var nextTry) ->
                            LogEvent.warning(
                                            "zone-not-fetched",
                                            "%s: no use of %s: %s; next try at %s"
                                                    .formatted(
                                                            zone,
                                                            primary.display(),
                                                            reason,
                                                            Moment.of(nextTry)))
                                    .with("primary", primary.display())
                                    .with("reason", reason)
                                    .with("nextTry", nextTry);
                    case SecondaryEvent.Expired(_, var lastSuccess) ->
                            LogEvent.error(
                                            "zone-expired",
                                            "%s has expired and is not served any more: no primary could be asked since %s"
                                                    .formatted(zone, Moment.of(lastSuccess)))
                                    .hint(
                                            "mend the way to its primaries; it is served again as soon as one answers")
                                    .with("lastSuccess", lastSuccess);
                    case SecondaryEvent.Discovered(_, var primary) ->
                            LogEvent.info(
                                            "zone-discovered",
                                            "%s: named by %s".formatted(zone, primary.display()))
                                    .with("primary", primary.display());
                    case SecondaryEvent.Dropped(_, var primary) ->
                            LogEvent.warning(
                                            "zone-dropped",
                                            "%s is not served any more: %s no longer has it"
                                                    .formatted(zone, primary.display()))
                                    .with("primary", primary.display());
                };
        return told.zone(event.zone());
    }

    private static LogEvent transferred(String zone, SecondaryEvent.Transferred transferred) {
        String way =
                switch (transferred.way()) {
                    case WHOLE -> "whole";
                    case DIFFERENCES -> "differences";
                };
        return LogEvent.info(
                        "zone-fetched",
                        "%s fetched: serial %s from %s, %s, %s octets in %s ms"
                                .formatted(
                                        zone,
                                        transferred.serial(),
                                        transferred.primary().display(),
                                        way,
                                        transferred.octets(),
                                        transferred.time().toMillis()))
                .with("primary", transferred.primary().display())
                .with("serial", transferred.serial())
                .with("way", way)
                .with("octets", transferred.octets())
                .with("milliseconds", transferred.time().toMillis());
    }
}
