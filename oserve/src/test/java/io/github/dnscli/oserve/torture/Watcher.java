package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Asks for the serials of all zones, over and over.
///
/// @param server who is asked
/// @param watch what is told of them
/// @param goesOn whether to go on
record Watcher(ServerAddress server, SerialWatch watch, BooleanSupplier goesOn)
        implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(3);

    /// {@return how many serials were seen}
    @Override
    public Integer call() {
        try (var line = new Line(server)) {
            while (goesOn.getAsBoolean()) {
                for (var zone : ZoneText.ORIGINS) {
                    serial(line, zone).ifPresent(serial -> watch.see(zone, serial));
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
        return watch.seen();
    }

    private static Optional<Serial> serial(Line line, DomainName zone) {
        return line.say(exchange -> exchange.ask(Query.of(zone, RecordType.SOA)))
                .filter(Reply.Accepted.class::isInstance)
                .map(reply -> ((Reply.Accepted) reply).message().answers().getFirst())
                .map(soa -> Soa.of(soa.data().orElseThrow()).serial());
    }
}
