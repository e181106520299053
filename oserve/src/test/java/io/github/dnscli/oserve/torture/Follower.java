package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.AppliedSteps;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Keeps up with all zones by transfers, as a secondary does.
final class Follower implements Callable<Integer> {

    static final TsigKey KEY = Line.key("follower._transfer");
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final ServerAddress server;
    private final BooleanSupplier goesOn;
    private final SerialWatch watch = new SerialWatch("a secondary");
    private final Map<DomainName, Zone> zones = new HashMap<>();
    private int differences;
    private int wholes;

    Follower(ServerAddress server, BooleanSupplier goesOn) {
        this.server = server;
        this.goesOn = goesOn;
    }

    SerialWatch watch() {
        return watch;
    }

    /// {@return how many transfers were of whole zones}
    int wholes() {
        return wholes;
    }

    Map<DomainName, Zone> zones() {
        return zones;
    }

    /// {@return how many transfers were of differences}
    @Override
    public Integer call() {
        try (var line = new Line(server)) {
            while (goesOn.getAsBoolean()) {
                for (var zone : ZoneText.ORIGINS) {
                    follow(line, zone);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
            ZoneText.ORIGINS.forEach(zone -> follow(line, zone));
        }
        return differences;
    }

    private void follow(Line line, DomainName zone) {
        var held = Optional.ofNullable(zones.get(zone)).flatMap(Zone::serial);
        line.say(exchange -> exchange.transfer(wish(zone, held), KEY))
                .ifPresent(reply -> take(zone, reply));
    }

    private static Transfer wish(DomainName zone, Optional<Serial> held) {
        return held.map(serial -> Transfer.since(zone, serial)).orElse(Transfer.of(zone));
    }

    private void take(DomainName zone, TransferReply reply) {
        switch (reply) {
            case TransferReply.Complete(var whole, _) -> {
                wholes++;
                keep(whole);
            }
            case TransferReply.Differences found -> {
                differences++;
                switch (found.appliedTo(Optional.ofNullable(zones.get(zone)).orElseThrow())) {
                    case AppliedSteps.Fitting(var newer) -> keep(newer);
                    case AppliedSteps.Misfit(var problem) -> throw new AssertionError(problem);
                }
            }
            case TransferReply.UpToDate(var serial) -> watch.see(zone, serial);
            case TransferReply.TooLong _ -> throw new AssertionError("too long for TCP");
            case TransferReply.Failed(var failed) -> throw new AssertionError(failed.problem());
        }
    }

    private void keep(Zone zone) {
        zones.put(zone.origin(), zone);
        watch.see(zone.origin(), zone.serial().orElseThrow());
    }
}
