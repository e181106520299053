package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.SecondaryEvent;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Days in the life of a [ZoneWatch], told in no time: what it asks is answered at once, by a primary made up for the test.
final class Story {

    static final DomainName ORIGIN = DomainName.of("example.com");
    static final ServerAddress FIRST = server("192.0.2.1");
    static final ServerAddress SECOND = server("192.0.2.2");
    static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    static final ZoneEvent SILENCE = new ZoneEvent.Failed(ZoneEvent.Kind.LOST, "no reply");
    static final ZoneEvent UNFIT =
            new ZoneEvent.Failed(ZoneEvent.Kind.UNFIT, "server answers FORMERR");
    static final ZoneEvent GONE =
            new ZoneEvent.Failed(ZoneEvent.Kind.GONE, "server answers NOTAUTH");

    /// What was done, and when.
    record Done(Instant at, ZoneAction action) {}

    Instant now = START;
    ZoneWatch watch;
    Function<ZoneAction, ZoneEvent> primary = _ -> SILENCE;
    final List<Done> done = new ArrayList<>();
    private final Random random = new Random(4);

    Story(SecondaryZone zone) {
        this(zone, SecondarySettings.DEFAULT);
    }

    Story(SecondaryZone zone, SecondarySettings settings) {
        watch = ZoneWatch.begin(zone, settings, Optional.empty(), now);
    }

    static Story ofOnePrimary() {
        return new Story(SecondaryZone.of(ORIGIN, FIRST));
    }

    static ServerAddress server(String address) {
        return new ServerAddress(InetAddress.ofLiteral(address), 53);
    }

    static Zone zone(long serial, String timers) {
        return Zone.of(
                ORIGIN,
                List.of(
                        ResourceRecord.of(
                                "example.com",
                                60,
                                RecordType.SOA,
                                "ns.example.com. admin.example.com. "
                                        + serial
                                        + " "
                                        + timers
                                        + " 60")));
    }

    static Zone zone(long serial) {
        return zone(serial, "3600 600 86400");
    }

    /// {@return a primary that has a zone}
    static Function<ZoneAction, ZoneEvent> having(Zone zone) {
        var effort = new ZoneEvent.Effort(SecondaryEvent.Way.WHOLE, 100, Duration.ofMillis(1));
        return action ->
                action instanceof ZoneAction.AskSerial
                        ? new ZoneEvent.Answered(zone.serial().orElseThrow())
                        : new ZoneEvent.Arrived(zone, effort);
    }

    void run(Duration time) {
        var end = now.plus(time);
        var wake = watch.wakeAt();
        while (wake.isPresent() && !wake.get().isAfter(end)) {
            now = wake.get().isAfter(now) ? wake.get() : now;
            tell(new ZoneEvent.TimePassed());
            wake = watch.wakeAt();
        }
        now = end;
    }

    void tell(ZoneEvent event) {
        for (var action : hear(event)) {
            switch (action) {
                case ZoneAction.AskSerial _, ZoneAction.FetchWhole _, ZoneAction.FetchChanges _ ->
                        tell(primary.apply(action));
                case ZoneAction.Publish _,
                        ZoneAction.Confirm _,
                        ZoneAction.Expire _,
                        ZoneAction.Drop _,
                        ZoneAction.Report _ -> {}
            }
        }
    }

    /// Tells of an event and answers nothing.
    List<ZoneAction> hear(ZoneEvent event) {
        var reaction = watch.on(event, now, random);
        watch = reaction.watch();
        reaction.actions().forEach(action -> done.add(new Done(now, action)));
        return reaction.actions();
    }

    ZoneEvent.Notified news(long serial) {
        return new ZoneEvent.Notified(Optional.of(new Serial(serial)), FIRST.address());
    }

    List<Instant> times(Class<? extends ZoneAction> kind) {
        return done.stream().filter(d -> kind.isInstance(d.action())).map(Done::at).toList();
    }

    /// {@return the times between requests of any kind}
    List<Duration> pauses() {
        var times =
                done.stream()
                        .filter(
                                d ->
                                        d.action() instanceof ZoneAction.AskSerial
                                                || d.action() instanceof ZoneAction.FetchWhole
                                                || d.action() instanceof ZoneAction.FetchChanges)
                        .map(Done::at)
                        .toList();
        var pauses = new ArrayList<Duration>();
        for (int i = 1; i < times.size(); i++) {
            pauses.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        return pauses;
    }

    <E extends SecondaryEvent> List<E> reports(Class<E> kind) {
        return done.stream()
                .map(Done::action)
                .filter(ZoneAction.Report.class::isInstance)
                .map(action -> ((ZoneAction.Report) action).event())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    List<ZoneAction> requests() {
        return done.stream()
                .map(Done::action)
                .filter(
                        action ->
                                action instanceof ZoneAction.AskSerial
                                        || action instanceof ZoneAction.FetchWhole
                                        || action instanceof ZoneAction.FetchChanges)
                .toList();
    }
}
