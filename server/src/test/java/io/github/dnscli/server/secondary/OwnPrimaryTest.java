package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.SecondaryEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A hidden secondary of ours, which no primary can reach, with a primary of ours.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class OwnPrimaryTest {

    private static final TsigKey ROOT_KEY = key("me.127.0.0.1._transfer");
    private static final TsigKey UPDATE_KEY = key("certifier._update.one.example");
    private static final DomainName ONE = DomainName.of("one.example");
    private static final DomainName TWO = DomainName.of("two.example");

    private final EventLog events = new EventLog();
    private final NameServer primary;

    OwnPrimaryTest() throws IOException {
        primary = NameServer.builder().zone(zone(ONE, 1)).key(ROOT_KEY).key(UPDATE_KEY).start();
    }

    @AfterEach
    void stop() {
        primary.close();
    }

    private static TsigKey key(String name) {
        return new TsigKey(DomainName.of(name), TsigAlgorithm.SHA256, new byte[32]);
    }

    private static Zone zone(DomainName origin, long serial) {
        String name = origin.display();
        return Zone.of(
                origin,
                List.of(
                        ResourceRecord.of(
                                name,
                                60,
                                RecordType.SOA,
                                "ns.other. admin.other. " + serial + " 3600 600 86400 60"),
                        ResourceRecord.of(name, 60, RecordType.NS, "ns.other.")));
    }

    private ServerAddress address() {
        return new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), primary.port());
    }

    private static boolean has(NameServer server, DomainName zone, long serial) {
        return server.state()
                .zone(zone)
                .flatMap(Zone::serial)
                .equals(Optional.of(new Serial(serial)));
    }

    @Test
    void findsTheZonesOfItsPrimaryAndThoseThatComeLater() throws IOException {
        try (var hidden =
                NameServer.builder().discover(address(), ROOT_KEY).listener(events).start()) {
            events.until(() -> has(hidden, ONE, 1));

            primary.change(state -> state.with(zone(TWO, 5)));
            events.until(() -> has(hidden, TWO, 5));

            primary.change(state -> state.with(zone(ONE, 2)));
            events.until(() -> has(hidden, ONE, 2));

            primary.change(state -> state.without(ONE));
            assertThat(events.await(SecondaryEvent.Dropped.class).zone()).isEqualTo(ONE);
            events.until(() -> hidden.state().zones().keySet().equals(Set.of(TWO)));
        }
    }

    @Test
    void findsZonesWithAKeyWhoseNameSaysNothing() throws IOException {
        var key = key("certifier");
        try (var granting =
                        NameServer.builder()
                                .zone(zone(ONE, 1))
                                .key(key)
                                .grant(key.name(), KeyOperation.TRANSFER, DomainName.ROOT)
                                .start();
                var hidden =
                        NameServer.builder()
                                .discover(
                                        new ServerAddress(
                                                InetAddress.ofLiteral("127.0.0.1"),
                                                granting.port()),
                                        key)
                                .listener(events)
                                .start()) {
            events.until(() -> has(hidden, ONE, 1));

            granting.change(state -> state.with(zone(ONE, 2)));
            events.until(() -> has(hidden, ONE, 2));
        }
    }

    @Test
    void hearsOfSeveralZonesOnOneConnection() throws IOException {
        primary.change(state -> state.with(zone(TWO, 1)));
        try (var hidden =
                NameServer.builder()
                        .secondary(
                                SecondaryZone.of(ONE, address())
                                        .signedWith(ROOT_KEY)
                                        .fromBehindNat())
                        .secondary(
                                SecondaryZone.of(TWO, address())
                                        .signedWith(ROOT_KEY)
                                        .fromBehindNat())
                        .listener(events)
                        .start()) {
            events.until(() -> has(hidden, ONE, 1) && has(hidden, TWO, 1));
            for (long serial = 2; serial < 4; serial++) {
                long next = serial;
                primary.change(state -> state.with(zone(ONE, next)).with(zone(TWO, next)));
                events.until(() -> has(hidden, ONE, next) && has(hidden, TWO, next));
            }
        }
    }

    @Test
    void hearsOfChangesWithAnUpdateKeyToo() throws IOException {
        try (var hidden =
                NameServer.builder()
                        .secondary(
                                SecondaryZone.of(ONE, address())
                                        .signedWith(UPDATE_KEY)
                                        .fromBehindNat())
                        .listener(events)
                        .start()) {
            events.until(() -> has(hidden, ONE, 1));
            for (long serial = 2; serial < 5; serial++) {
                long next = serial;
                primary.change(state -> state.with(zone(ONE, next)));
                events.until(() -> has(hidden, ONE, next));
            }
            assertThat(events.all())
                    .filteredOn(SecondaryEvent.Transferred.class::isInstance)
                    .extracting(event -> ((SecondaryEvent.Transferred) event).way())
                    .contains(SecondaryEvent.Way.DIFFERENCES);
        }
    }
}
