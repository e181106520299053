package io.github.dnscli.oserve.certifier;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.secondary.ZoneStanding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The zones that a server names to a key. It says never that it has named the last: when nothing has been heard for a
/// moment, there will be no more.
final class NamedZones {

    private static final long MOMENT_MILLIS = 500;

    private NamedZones() {}

    /// {@return the names of the zones}
    ///
    /// @throws IOException if the server names none within the time that it has for a reply
    static List<DomainName> of(WatchOptions options) throws IOException {
        var ear = new Ear();
        try (var server = WatchedZones.wishes(options).listener(ear).start()) {
            var problem = ear.await(options.timeout().toMillis());
            var zones = server.standings().stream().map(ZoneStanding::zone).sorted().toList();
            if (zones.isEmpty()) {
                throw new IOException(nothing(options, problem));
            }
            return zones;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// {@return that the server names none, for people}
    ///
    /// @param problem why, if that is known
    static String nothing(WatchOptions options, Optional<String> problem) {
        return "server %s names no zone to key '%s'%s; '--zone' says which to watch"
                .formatted(
                        options.server(),
                        options.key().name().display(),
                        problem.map(why -> ": " + why).orElse(""));
    }

    /// Hears of zones, and of what is in the way.
    private static final class Ear implements ServerListener {

        private final LinkedBlockingQueue<SecondaryEvent> events = new LinkedBlockingQueue<>();

        @Override
        public void secondary(SecondaryEvent event) {
            events.add(event);
        }

        /// {@return why the server names nothing, if it is known, once it has had the time to}
        Optional<String> await(long millis) throws InterruptedException {
            var first = Optional.ofNullable(events.poll(millis, TimeUnit.MILLISECONDS));
            var event = first;
            while (event.isPresent()) {
                if (event.get() instanceof SecondaryEvent.Disconnected(_, _, var reason, _)) {
                    return Optional.of(reason);
                }
                event = Optional.ofNullable(events.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS));
            }
            return Optional.empty();
        }
    }
}
