package io.github.dnscli.oserve.log;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is to say about a look at the files.
final class ReadingWords {

    private static final int MOST_FINDINGS = 10;

    private ReadingWords() {}

    static List<LogEvent> of(ReadingEvent event) {
        return switch (event) {
            case ReadingEvent.Served served -> served(served);
            case ReadingEvent.Unnoticed(var finding) ->
                    List.of(
                            LogEvent.warning("zone-doubtful", finding.toString())
                                    .hint(finding.hint()));
            case ReadingEvent.Broken broken -> broken(broken);
            case ReadingEvent.Merged merged -> List.of(merged(merged));
            case ReadingEvent.Missing missing -> List.of(missing(missing));
            case ReadingEvent.Removed(var origin) ->
                    List.of(
                            LogEvent.info(
                                            "zone-removed",
                                            "zone '"
                                                    + origin.display()
                                                    + "' removed: its file is gone")
                                    .zone(origin));
            case ReadingEvent.Ignored ignored -> List.of(ignored(ignored));
            case ReadingEvent.KeyTrouble(var finding) -> List.of(finding("key-trouble", finding));
            case ReadingEvent.KeysUnreadable(var problem) ->
                    List.of(LogEvent.error("keys-unreadable", "keys not read: " + problem));
            case ReadingEvent.Keys(var count) ->
                    List.of(LogEvent.info("keys", "keys known: " + count).with("keys", count));
        };
    }

    private static List<LogEvent> served(ReadingEvent.Served served) {
        var origin = served.zone().origin();
        String zone = "zone '" + origin.display() + "'";
        String serial = serial(served.zone());
        String message =
                served.before()
                        .map(before -> zone + " reloaded: serial " + before + " -> " + serial)
                        .orElse(zone + " loaded from '" + served.file() + "': serial " + serial);
        var first =
                LogEvent.info("zone-served", message)
                        .zone(origin)
                        .with("file", served.file().toString())
                        .with("serial", served.zone().serial());
        return Stream.concat(
                        Stream.of(first),
                        served.findings().stream()
                                .map(
                                        f ->
                                                LogEvent.detail("zone-finding", f.toString())
                                                        .zone(origin)))
                .toList();
    }

    static String serial(Zone zone) {
        return zone.serial().map(Serial::toString).orElse("none");
    }

    private static List<LogEvent> broken(ReadingEvent.Broken broken) {
        var errors = broken.errors();
        var events = new ArrayList<LogEvent>();
        errors.stream().limit(MOST_FINDINGS).forEach(error -> events.add(fault(broken, error)));
        int more = errors.size() - MOST_FINDINGS;
        if (more > 0) {
            events.add(fault(broken, "and " + more + " more errors in '" + broken.file() + "'"));
        }
        events.add(verdict(broken));
        return events;
    }

    private static LogEvent fault(ReadingEvent.Broken broken, String message) {
        return LogEvent.error("zone-error", message)
                .zone(broken.origin())
                .with("file", broken.file().toString());
    }

    private static LogEvent verdict(ReadingEvent.Broken broken) {
        String zone = "zone '" + broken.origin().display() + "'";
        String message =
                broken.kept()
                        .map(serial -> zone + " stays as it was, at serial " + serial)
                        .orElse(zone + " is not served");
        return LogEvent.error("zone-faulty", message)
                .hint("mend '" + broken.file() + "', check it with ozone, and notify again")
                .zone(broken.origin())
                .with("file", broken.file().toString())
                .with("errors", broken.errors().size());
    }

    private static LogEvent merged(ReadingEvent.Merged merged) {
        return LogEvent.warning(
                        "zone-merged",
                        "'%s' was edited since zone '%s' was read from it; the update is in it, under serial %s"
                                .formatted(
                                        merged.file(), merged.origin().display(), merged.stored()))
                .hint("notify the server to have the edit served")
                .zone(merged.origin())
                .with("file", merged.file().toString())
                .with("serial", merged.stored());
    }

    private static LogEvent missing(ReadingEvent.Missing missing) {
        return LogEvent.warning(
                        "zone-missing",
                        "the file of zone '%s' is gone; the zone is served until %s"
                                .formatted(missing.origin().display(), Moment.of(missing.end())))
                .hint("bring the file back, or wait")
                .zone(missing.origin())
                .with("until", missing.end());
    }

    private static LogEvent ignored(ReadingEvent.Ignored ignored) {
        String message = "'" + ignored.file() + "' is ignored: " + ignored.reason();
        var event =
                ignored.expected()
                        ? LogEvent.detail("file-ignored", message)
                        : LogEvent.warning("file-ignored", message);
        return event.with("file", ignored.file().toString());
    }

    /// {@return a finding as it stands}
    static LogEvent finding(String name, Finding finding) {
        var event =
                finding.isError()
                        ? LogEvent.error(name, finding.toString())
                        : LogEvent.warning(name, finding.toString());
        return event.hint(finding.hint());
    }
}
