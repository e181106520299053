package io.github.dnscli.server.interop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.RealServer;
import io.github.dnscli.testkit.Relay;
import io.github.dnscli.testkit.Relay.Transferred;
import io.github.dnscli.testkit.Remote;
import io.github.dnscli.testkit.ServerPlan;
import io.github.dnscli.testkit.ServerProgram;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Servers of others as secondaries of ours. All of them fetch from the start, so that tests wait for the slowest, not for
/// each.
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecondariesTest {

    private static final DomainName LARGE = DomainName.of("large.example");
    private static final DomainName WIDE = DomainName.of("wide.example");
    private static final int UPDATES = 200;
    private static final int BURST = 50;

    private final Served served;
    private final Map<ServerProgram, RealServer> secondaries = new EnumMap<>(ServerProgram.class);
    private final Map<ServerProgram, Relay> relays = new EnumMap<>(ServerProgram.class);
    private Optional<NameServer> primary = Optional.empty();

    SecondariesTest(TsigAlgorithm algorithm) {
        this.served = Served.with(algorithm);
    }

    @BeforeAll
    void start() throws IOException {
        int own = FreePort.any();
        var wishes =
                NameServer.builder()
                        .listen("127.0.0.1", own)
                        .key(served.key())
                        .grant(served.key().name(), KeyOperation.UPDATE, DomainName.ROOT)
                        .zone(SampleZone.zone(LARGE, SampleZone.large()))
                        .zone(SampleZone.zone(WIDE, SampleZone.wide()));
        var plans = new EnumMap<ServerProgram, ServerPlan>(ServerProgram.class);
        for (var program : ServerProgram.values()) {
            int port = FreePort.any();
            var relay = Relay.to(Served.loopback(own));
            relays.put(program, relay);
            plans.put(program, plan(program, Remote.of(relay.address(), served.key()), port));
            wishes.zone(SampleZone.zone(moving(program), SampleZone.moving()))
                    .notify(new NotifyTarget(Served.loopback(port), Optional.of(served.key())));
        }
        primary = Optional.of(wishes.start());
        for (var planned : plans.entrySet()) {
            secondaries.put(planned.getKey(), planned.getKey().start(planned.getValue()));
        }
    }

    private ServerPlan plan(ServerProgram program, Remote from, int port) {
        return ServerPlan.EMPTY
                .key(served.key())
                .secondary(LARGE, from)
                .secondary(WIDE, from)
                .secondary(moving(program), from)
                .at(port);
    }

    /// Each secondary has a zone of its own to follow.
    private static DomainName moving(ServerProgram program) {
        return DomainName.of(program.name().toLowerCase(Locale.ROOT) + ".example");
    }

    private ServerAddress primary() {
        return Served.loopback(primary.orElseThrow().port());
    }

    private ServerAddress secondary(ServerProgram program) {
        return requireNonNull(secondaries.get(program)).address();
    }

    private Relay relay(ServerProgram program) {
        return requireNonNull(relays.get(program));
    }

    @ParameterizedTest
    @EnumSource
    void fetchAZoneThatFillsManyMessages(ServerProgram program) throws Exception {
        served.awaitEqual(secondary(program), primary(), LARGE);
        assertThat(relay(program).transfers(LARGE))
                .isNotEmpty()
                .noneMatch(Transferred::incremental);
    }

    /// Compared by queries: NSD and PowerDNS do not hand such records on.
    @ParameterizedTest
    @EnumSource
    void fetchRecordsOfSixtyThousandOctets(ServerProgram program) throws Exception {
        served.awaitSerial(secondary(program), primary(), WIDE);
        for (var name : SampleZone.wideNames(WIDE)) {
            assertThat(served.texts(secondary(program), name))
                    .hasSize(1)
                    .isEqualTo(served.texts(primary(), name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void followUpdatesByNotifyAndIxfr(ServerProgram program) throws Exception {
        var origin = moving(program);
        served.awaitEqual(secondary(program), primary(), origin);
        int before = relay(program).transfers(origin).size();

        var updates = new RandomUpdates(origin, 4);
        for (int done = 0; done < UPDATES; done += BURST) {
            served.update(primary(), updates, BURST);
            served.awaitEqual(secondary(program), primary(), origin);
        }

        var all = relay(program).transfers(origin);
        assertThat(all.subList(before, all.size()))
                .filteredOn(passed -> passed.asked().equals(RecordType.IXFR))
                .isNotEmpty()
                .allMatch(Transferred::incremental);
    }

    @AfterAll
    void stop() throws IOException {
        for (var secondary : secondaries.values()) {
            secondary.close();
        }
        for (var relay : relays.values()) {
            relay.close();
        }
        primary.ifPresent(NameServer::close);
    }
}
