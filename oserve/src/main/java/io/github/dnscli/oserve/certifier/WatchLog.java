package io.github.dnscli.oserve.certifier;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.log.LogLevel;
import io.github.dnscli.oserve.log.ServerLog;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import java.util.HashSet;
import java.util.Set;

/// Logs what becomes of the zones that are watched. That a zone can be read is news, and that it cannot any more; that it
/// has changed once more, that another try failed, that it has errors, or that a connection for news is made anew while
/// zones can be read, is for those who ask for more.
final class WatchLog implements ServerListener {

    private final Log log;
    private final ServerLog everything;
    private final ServerLog details;
    private final Set<DomainName> readable = new HashSet<>();
    private final Set<DomainName> failing = new HashSet<>();
    private final Set<DomainName> lost = new HashSet<>();

    WatchLog(Log log) {
        this.log = log;
        this.everything = new ServerLog(log);
        this.details = new ServerLog(event -> log.write(lowered(event)));
    }

    private static LogEvent lowered(LogEvent event) {
        return new LogEvent(
                LogLevel.DETAIL, event.name(), event.message(), event.hint(), event.fields());
    }

    /// Called by one thread at a time.
    @Override
    public void secondary(SecondaryEvent event) {
        (isNews(event) ? everything : details).secondary(event);
    }

    private boolean isNews(SecondaryEvent event) {
        return switch (event) {
            case SecondaryEvent.Transferred _, SecondaryEvent.UpToDate _ -> {
                mended(event.zone());
                lost.clear();
                yield readable.add(event.zone());
            }
            case SecondaryEvent.Failed _ -> failing.add(event.zone());
            case SecondaryEvent.Expired _, SecondaryEvent.Dropped _ -> {
                readable.remove(event.zone());
                failing.remove(event.zone());
                yield true;
            }
            case SecondaryEvent.Disconnected _ -> readable.isEmpty() && lost.add(event.zone());
            case SecondaryEvent.Flawed _ -> false;
            case SecondaryEvent.Discovered _, SecondaryEvent.Unkept _ -> true;
        };
    }

    private void mended(DomainName zone) {
        if (failing.remove(zone)) {
            log.write(
                    LogEvent.info(
                                    "zone-readable",
                                    "zone '%s' can be read again".formatted(zone.display()))
                            .with("zone", zone.display()));
        }
    }
}
