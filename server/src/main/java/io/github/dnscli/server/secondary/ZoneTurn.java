package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.SecondaryEvent;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One event's way through a [ZoneWatch]: collects what is to be done.
final class ZoneTurn {

    private ZoneWatch watch;
    private final Instant now;
    private final RandomGenerator random;
    private final List<ZoneAction> actions = new ArrayList<>();

    ZoneTurn(ZoneWatch watch, Instant now, RandomGenerator random) {
        this.watch = watch;
        this.now = now;
        this.random = random;
    }

    ZoneWatch.Reaction reaction() {
        return new ZoneWatch.Reaction(watch, List.copyOf(actions));
    }

    void timePassed() {
        var expiry = watch.expiry();
        if (expiry.isPresent() && !now.isBefore(expiry.get())) {
            // Told when it is so, and not before: whoever hears of it may look.
            actions.add(new ZoneAction.Expire());
            report(new SecondaryEvent.Expired(origin(), watch.held().orElseThrow().lastSuccess()));
            watch = watch.withHeld(Optional.empty());
        }
        if (watch.phase() instanceof ZoneWatch.Phase.Waiting(var until) && !now.isBefore(until)) {
            watch = watch.with(watch.round().beginning(now));
            ask();
        }
    }

    /// Asks the primary whose turn it is: for its serial, or at once for a zone that is not here.
    private void ask() {
        if (watch.held().isPresent()) {
            watch = watch.with(new ZoneWatch.Phase.Asking());
            actions.add(new ZoneAction.AskSerial(watch.primary()));
        } else {
            fetchWhole();
        }
    }

    private void fetchWhole() {
        watch = watch.with(new ZoneWatch.Phase.Fetching(false));
        actions.add(new ZoneAction.FetchWhole(watch.primary()));
    }

    private void fetchChanges(Serial held) {
        watch = watch.with(new ZoneWatch.Phase.Fetching(true));
        actions.add(new ZoneAction.FetchChanges(watch.primary(), held));
    }

    /// A serial that is not newer than ours is no news (RFC 1996 §3.7). Other news lead to a round soon; however many
    /// come, they lead to no more than one each pause.
    void notified(Optional<Serial> serial, InetAddress from) {
        var ours = serial();
        if (serial.isPresent() && ours.isPresent() && !serial.get().isNewerThan(ours.get())) {
            return;
        }
        if (watch.phase() instanceof ZoneWatch.Phase.Waiting(var until)) {
            var due = afterPause();
            turnTo(from);
            watch = watch.with(new ZoneWatch.Phase.Waiting(due.isBefore(until) ? due : until));
        } else {
            watch = watch.with(watch.round().withNews());
        }
    }

    private Instant afterPause() {
        var round = watch.round();
        var due = round.began().plus(watch.timetable().notifyPause(round.failures()));
        return due.isBefore(now) ? now : due;
    }

    private void turnTo(InetAddress from) {
        var primaries = watch.zone().primaries();
        for (int i = 0; i < primaries.size(); i++) {
            if (primaries.get(i).address().equals(from)) {
                watch = watch.with(watch.round().turnTo(i));
                return;
            }
        }
    }

    void answered(Serial theirs) {
        var ours = serial();
        if (ours.isEmpty()) {
            fetchWhole();
        } else if (theirs.equals(ours.get())) {
            report(new SecondaryEvent.UpToDate(origin(), watch.primary(), theirs));
            confirmed();
        } else if (!theirs.isNewerThan(ours.get())) {
            nextPrimary(lower(theirs, ours.get()));
        } else if (watch.round().whole()) {
            fetchWhole();
        } else {
            fetchChanges(ours.get());
        }
    }

    private void confirmed() {
        var version = new ZoneWatch.Held(watch.held().orElseThrow().soa(), now);
        actions.add(new ZoneAction.Confirm(now, watch.primary()));
        succeeded(version);
    }

    private static String lower(Serial theirs, Serial ours) {
        return "its serial %s is lower than ours, %s; raise the serial there, or remove what is kept here"
                .formatted(theirs, ours);
    }

    void arrived(Zone zone, ZoneEvent.Effort effort) {
        var soa = zone.soa().orElseThrow();
        var ours = serial();
        if (ours.isPresent() && soa.serial().equals(ours.get())) {
            report(new SecondaryEvent.UpToDate(origin(), watch.primary(), soa.serial()));
            confirmed();
        } else if (ours.isPresent() && !soa.serial().isNewerThan(ours.get())) {
            nextPrimary(lower(soa.serial(), ours.get()));
        } else {
            actions.add(new ZoneAction.Publish(zone, now, watch.primary()));
            report(
                    new SecondaryEvent.Transferred(
                            origin(),
                            watch.primary(),
                            soa.serial(),
                            effort.way(),
                            effort.octets(),
                            effort.time()));
            succeeded(new ZoneWatch.Held(soa, now));
        }
    }

    private void succeeded(ZoneWatch.Held version) {
        boolean news = watch.round().news();
        watch = watch.withHeld(Optional.of(version)).with(watch.round().succeeded());
        var refresh = now.plus(Timetable.jittered(watch.timetable().refresh(), random));
        watch = watch.with(new ZoneWatch.Phase.Waiting(news ? afterPause() : refresh));
    }

    void failed(ZoneEvent.Kind kind, String problem) {
        boolean wantedChanges =
                watch.phase() instanceof ZoneWatch.Phase.Fetching(var changes) && changes;
        if (wantedChanges) {
            watch = watch.with(watch.round().withoutChanges());
        }
        if (kind == ZoneEvent.Kind.GONE && watch.zone().discovered()) {
            actions.add(new ZoneAction.Drop());
            report(new SecondaryEvent.Dropped(origin(), watch.primary()));
        } else if (kind == ZoneEvent.Kind.UNFIT && wantedChanges) {
            report(failure(problem + "; asking for the whole zone", now));
            fetchWhole();
        } else {
            nextPrimary(problem);
        }
    }

    private void nextPrimary(String problem) {
        var failing = failure(problem, now);
        var round = watch.round();
        int count = watch.zone().primaries().size();
        watch = watch.with(round.turnTo((round.at() + 1) % count).withTried(round.tried() + 1));
        if (round.tried() + 1 < count) {
            report(failing);
            ask();
        } else {
            var next = endRound();
            report(
                    new SecondaryEvent.Failed(
                            failing.zone(), failing.primary(), failing.reason(), next));
        }
    }

    private Instant endRound() {
        boolean news = watch.round().news();
        watch = watch.with(watch.round().failed());
        var retry = watch.timetable().retry(watch.round().failures());
        var next = now.plus(Timetable.jittered(retry, random));
        var soon = afterPause();
        next = news && soon.isBefore(next) ? soon : next;
        watch = watch.with(new ZoneWatch.Phase.Waiting(next));
        return next;
    }

    private SecondaryEvent.Failed failure(String problem, Instant nextTry) {
        return new SecondaryEvent.Failed(origin(), watch.primary(), problem, nextTry);
    }

    private void report(SecondaryEvent event) {
        actions.add(new ZoneAction.Report(event));
    }

    private DomainName origin() {
        return watch.zone().origin();
    }

    private Optional<Serial> serial() {
        return watch.held().map(version -> version.soa().serial());
    }
}
