package io.github.dnscli.gitstore.reading;

import io.github.dnscli.common.check.RecordPlaces;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.ServerState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns a look at a folder into what shall be served from now on. A zone that cannot be served as its file stands keeps
/// its last good version; one whose file is gone goes too, unless it is spared.
public final class Reload {

    /// What a look at the folder changes.
    ///
    /// @param state what shall be served
    /// @param events what the operator may want to know
    public record Reloaded(ServerState state, List<ReadingEvent> events) {

        /// Copies the events.
        public Reloaded {
            events = List.copyOf(events);
        }
    }

    private final ServerState before;
    private final Reading reading;
    private final Map<DomainName, Instant> spared;
    private final List<ReadingEvent> events;
    private ServerState after;

    private Reload(ServerState before, Reading reading, Map<DomainName, Instant> spared) {
        this.before = before;
        this.reading = reading;
        this.spared = spared;
        this.events = new ArrayList<>(reading.others());
        this.after = before;
    }

    /// {@return what becomes of a state after a look at the folder}
    public static Reloaded of(ServerState before, Reading reading) {
        return of(before, reading, Map.of());
    }

    /// {@return what becomes of a state after a look at the folder}
    ///
    /// @param spared zones that are served on although their files are gone, and until when
    public static Reloaded of(
            ServerState before, Reading reading, Map<DomainName, Instant> spared) {
        return new Reload(before, reading, spared).run();
    }

    private Reloaded run() {
        reading.keys().forEach(this::report);
        takeKeys();
        reading.zones().forEach(this::take);
        dropTheGone();
        return new Reloaded(after, events);
    }

    private void report(KeyReading keys) {
        switch (keys) {
            case KeyReading.Read read ->
                    read.findings().forEach(f -> events.add(new ReadingEvent.KeyTrouble(f)));
            case KeyReading.Unreadable(_, _, var problem) ->
                    events.add(new ReadingEvent.KeysUnreadable(problem));
        }
    }

    private void takeKeys() {
        var byName = new HashMap<DomainName, TsigKey>();
        for (var file : reading.keys()) {
            for (var key : file.keys()) {
                var first = byName.putIfAbsent(key.name(), key);
                if (first != null && !first.equals(key)) {
                    events.add(new ReadingEvent.KeyTrouble(secondSecret(file.file(), key)));
                }
            }
        }
        if (!byName.equals(before.keys())) {
            after = after.withKeys(byName.values());
            events.add(new ReadingEvent.Keys(byName.size()));
        }
    }

    private static Finding secondSecret(Path file, TsigKey key) {
        return KeyFile.KEY_RECORD.at(
                Place.wholeOf(file.toString()),
                "key '" + key.name().display() + "' already has another secret, from another file");
    }

    private void take(ZoneReading found) {
        switch (found) {
            case ZoneReading.Good good -> serve(good);
            case ZoneReading.Faulty(var file, var origin, var errors) ->
                    keep(file, origin, errors.stream().map(Finding::toString).toList());
            case ZoneReading.Unreadable(var file, var origin, var problem) ->
                    keep(file, origin, List.of(problem));
            case ZoneReading.Unlike(var file, var origin, var reason)
                    when before.zone(origin).isPresent() ->
                    keep(file, origin, List.of("'" + file + "': " + reason));
            case ZoneReading.Unlike(var file, _, var reason) ->
                    events.add(
                            new ReadingEvent.Ignored(
                                    file,
                                    reason,
                                    FileRole.isDocument(file.getFileName().toString())));
        }
    }

    private void serve(ZoneReading.Good good) {
        var zone = good.zone();
        var old = before.zone(zone.origin());
        if (old.filter(zone::equals).isPresent()) {
            return;
        }
        after = after.with(zone);
        var serial = old.flatMap(Zone::serial);
        events.add(new ReadingEvent.Served(good.file(), zone, serial, good.findings()));
        old.map(older -> SuccessionChecks.judge(older, zone, places(good.file())))
                .orElse(List.of())
                .forEach(finding -> events.add(new ReadingEvent.Unnoticed(finding)));
    }

    private static RecordPlaces places(Path file) {
        return RecordPlaces.wholeOf(file.toString());
    }

    private void keep(Path file, DomainName origin, List<String> errors) {
        var kept = before.zone(origin).flatMap(Zone::serial);
        events.add(new ReadingEvent.Broken(file, origin, errors, kept));
    }

    private void dropTheGone() {
        Set<DomainName> present =
                reading.zones().stream().map(ZoneReading::origin).collect(Collectors.toSet());
        var gone = new HashSet<>(before.zones().keySet());
        gone.removeAll(present);
        for (var origin : gone) {
            var end = spared.get(origin);
            if (end != null) {
                events.add(new ReadingEvent.Missing(origin, end));
                continue;
            }
            after = after.without(origin);
            events.add(new ReadingEvent.Removed(origin));
        }
    }
}
