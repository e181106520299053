package io.github.dnscli.server.interop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneWriter;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.secondary.SecondarySettings;
import io.github.dnscli.server.secondary.SecondaryZone;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.NsdServer;
import io.github.dnscli.testkit.RealServer;
import io.github.dnscli.testkit.Relay;
import io.github.dnscli.testkit.Relay.Transferred;
import io.github.dnscli.testkit.Remote;
import io.github.dnscli.testkit.ServerPlan;
import io.github.dnscli.testkit.ServerProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Servers of others as primaries of ours, which fetches from all of them from the start.
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PrimariesTest {

    private static final int UPDATES = 200;
    private static final int BURST = 50;

    /// NSD and PowerDNS answer queries for records of sixty thousand octets, but cannot send them in a transfer.
    private static final Set<ServerProgram> SENDERS_OF_WIDE_RECORDS =
            EnumSet.of(ServerProgram.NAMED, ServerProgram.KNOTD);

    private final Served served;
    private final Map<ServerProgram, RealServer> primaries = new EnumMap<>(ServerProgram.class);
    private final Map<ServerProgram, Relay> relays = new EnumMap<>(ServerProgram.class);
    private Optional<NameServer> secondary = Optional.empty();

    PrimariesTest(TsigAlgorithm algorithm) {
        this.served = Served.with(algorithm);
    }

    @BeforeAll
    void start() throws IOException {
        int port = FreePort.any();
        var wishes =
                NameServer.builder()
                        .listen("127.0.0.1", port)
                        .secondarySettings(
                                SecondarySettings.DEFAULT.withPauses(
                                        Duration.ofMillis(50), Duration.ofMinutes(2)))
                        .key(served.key())
                        .grant(served.key().name(), KeyOperation.TRANSFER, DomainName.ROOT);
        for (var program : ServerProgram.values()) {
            var told = Remote.of(Served.loopback(port), served.key());
            var plan =
                    ServerPlan.EMPTY
                            .key(served.key())
                            .primary(moving(program), SampleZone.moving(), told)
                            .primary(large(program), SampleZone.large(), told)
                            .primary(wide(program), SampleZone.wide(), told);
            var primary = program.start(plan);
            primaries.put(program, primary);
            var relay = Relay.to(primary.address());
            relays.put(program, relay);
            for (var origin : fetched(program)) {
                wishes.secondary(
                        SecondaryZone.of(origin, relay.address()).signedWith(served.key()));
            }
        }
        secondary = Optional.of(wishes.start());
    }

    private static List<DomainName> fetched(ServerProgram program) {
        return SENDERS_OF_WIDE_RECORDS.contains(program)
                ? List.of(moving(program), large(program), wide(program))
                : List.of(moving(program), large(program));
    }

    private static DomainName moving(ServerProgram program) {
        return DomainName.of(program.name().toLowerCase(Locale.ROOT) + ".example");
    }

    private static DomainName large(ServerProgram program) {
        return moving(program).child("large");
    }

    private static DomainName wide(ServerProgram program) {
        return moving(program).child("wide");
    }

    private ServerAddress secondary() {
        return Served.loopback(secondary.orElseThrow().port());
    }

    private ServerAddress primary(ServerProgram program) {
        return requireNonNull(primaries.get(program)).address();
    }

    private Relay relay(ServerProgram program) {
        return requireNonNull(relays.get(program));
    }

    @ParameterizedTest
    @EnumSource
    void giveAZoneThatFillsManyMessages(ServerProgram program) throws Exception {
        served.awaitEqual(secondary(), primary(program), large(program));
    }

    @ParameterizedTest
    @FieldSource("SENDERS_OF_WIDE_RECORDS")
    void giveRecordsOfSixtyThousandOctets(ServerProgram program) throws Exception {
        served.awaitEqual(secondary(), primary(program), wide(program));
    }

    /// PowerDNS answers IXFR with whole zones.
    @ParameterizedTest
    @EnumSource
    void leadByNotifyAndIxfr(ServerProgram program) throws Exception {
        var origin = moving(program);
        served.awaitEqual(secondary(), primary(program), origin);
        int before = relay(program).transfers(origin).size();

        change(program, origin);

        var all = relay(program).transfers(origin);
        assertThat(all.subList(before, all.size()))
                .isNotEmpty()
                .extracting(Transferred::asked, Transferred::incremental)
                .containsOnly(tuple(RecordType.IXFR, program != ServerProgram.PDNS));
    }

    private void change(ServerProgram program, DomainName origin) throws IOException {
        var updates = new RandomUpdates(origin, 5);
        if (primaries.get(program) instanceof NsdServer nsd) {
            replaceFiles(nsd, origin, updates);
        } else {
            for (int done = 0; done < UPDATES; done += BURST) {
                served.update(primary(program), updates, BURST);
                served.awaitEqual(secondary(), primary(program), origin);
            }
        }
    }

    /// NSD takes no updates: it is given files of a zone that a server of ours is updated in.
    private void replaceFiles(NsdServer nsd, DomainName origin, RandomUpdates updates)
            throws IOException {
        try (var model =
                NameServer.builder()
                        .zone(SampleZone.zone(origin, SampleZone.moving()))
                        .key(served.key())
                        .grant(served.key().name(), KeyOperation.UPDATE, origin)
                        .start()) {
            var address = Served.loopback(model.port());
            for (int done = 0; done < UPDATES; done += BURST) {
                served.update(address, updates, BURST);
                var zone = model.state().zone(origin).orElseThrow();
                nsd.replace(origin, ZoneWriter.write(origin, zone.recordSets().toList()));
                served.awaitEqual(nsd.address(), address, origin);
                served.awaitEqual(secondary(), address, origin);
            }
        }
    }

    @AfterAll
    void stop() throws IOException {
        secondary.ifPresent(NameServer::close);
        for (var relay : relays.values()) {
            relay.close();
        }
        for (var primary : primaries.values()) {
            primary.close();
        }
    }
}
