package io.github.dnscli.server.secondary;

import io.github.dnscli.server.event.SecondaryEvent;

/// What happens to zones that come from elsewhere, in people's words, for servers to which nobody listens.
final class SecondaryLog {

    private static final System.Logger LOG = System.getLogger(SecondaryLog.class.getName());

    private SecondaryLog() {}

    static void write(SecondaryEvent event) {
        LOG.log(level(event), () -> words(event));
    }

    private static System.Logger.Level level(SecondaryEvent event) {
        return switch (event) {
            case SecondaryEvent.UpToDate _ -> System.Logger.Level.DEBUG;
            case SecondaryEvent.Transferred _, SecondaryEvent.Discovered _ ->
                    System.Logger.Level.INFO;
            case SecondaryEvent.Flawed _,
                    SecondaryEvent.Unkept _,
                    SecondaryEvent.Disconnected _,
                    SecondaryEvent.Failed _,
                    SecondaryEvent.Expired _,
                    SecondaryEvent.Dropped _ ->
                    System.Logger.Level.WARNING;
        };
    }

    static String words(SecondaryEvent event) {
        String zone = "zone '" + event.zone().display() + "'";
        return switch (event) {
            case SecondaryEvent.Transferred(
                            _,
                            var primary,
                            var serial,
                            var way,
                            var octets,
                            var time) ->
                    "%s: serial %s from %s, %s, %s octets in %s ms"
                            .formatted(
                                    zone,
                                    serial,
                                    primary.display(),
                                    way == SecondaryEvent.Way.WHOLE ? "whole" : "differences",
                                    octets,
                                    time.toMillis());
            case SecondaryEvent.UpToDate(_, var primary, var serial) ->
                    "%s: %s has serial %s too".formatted(zone, primary.display(), serial);
            case SecondaryEvent.Flawed(_, var problem) ->
                    "%s is served as its primary has it: %s".formatted(zone, problem);
            case SecondaryEvent.Unkept(_, var problem) ->
                    "%s is served, but cannot be kept for the next start: %s"
                            .formatted(zone, problem);
            case SecondaryEvent.Disconnected(_, var primary, var reason, var nextTry) ->
                    "connection for news from %s is lost: %s; next try at %s"
                            .formatted(primary.display(), reason, nextTry);
            case SecondaryEvent.Failed(_, var primary, var reason, var nextTry) ->
                    "%s: no use of %s: %s; next try at %s"
                            .formatted(zone, primary.display(), reason, nextTry);
            case SecondaryEvent.Expired(_, var lastSuccess) ->
                    "%s has expired and is not served any more: no primary could be asked since %s"
                            .formatted(zone, lastSuccess);
            case SecondaryEvent.Discovered(_, var primary) ->
                    "%s: named by %s".formatted(zone, primary.display());
            case SecondaryEvent.Dropped(_, var primary) ->
                    "%s is not served any more: %s no longer has it"
                            .formatted(zone, primary.display());
        };
    }
}
