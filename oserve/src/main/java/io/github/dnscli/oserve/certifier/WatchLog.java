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

/// Logs what becomes of the zones that are watched. That a zone can be seen is news, and that it cannot; that it has
/// changed once more, has errors, or that a connection for news is made anew, is for those who ask for more.
final class WatchLog implements ServerListener {

    private final ServerLog everything;
    private final ServerLog details;
    private final Set<DomainName> seen = new HashSet<>();

    WatchLog(Log log) {
        this.everything = new ServerLog(log);
        this.details = new ServerLog(event -> log.write(lowered(event)));
    }

    private static LogEvent lowered(LogEvent event) {
        return new LogEvent(
                LogLevel.DETAIL, event.name(), event.message(), event.hint(), event.fields());
    }

    @Override
    public void secondary(SecondaryEvent event) {
        boolean isNews =
                switch (event) {
                    case SecondaryEvent.Transferred _, SecondaryEvent.UpToDate _ ->
                            seen.add(event.zone());
                    case SecondaryEvent.Failed _,
                            SecondaryEvent.Expired _,
                            SecondaryEvent.Dropped _ -> {
                        seen.remove(event.zone());
                        yield true;
                    }
                    case SecondaryEvent.Disconnected _, SecondaryEvent.Flawed _ -> false;
                    case SecondaryEvent.Discovered _, SecondaryEvent.Unkept _ -> true;
                };
        (isNews ? everything : details).secondary(event);
    }
}
