package io.github.dnscli.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Relay;
import io.github.dnscli.testkit.Relay.Transferred;
import io.github.dnscli.testkit.Remote;
import io.github.dnscli.testkit.ServerPlan;
import io.github.dnscli.testkit.ServerProgram;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A primary that knows its zone's past, but not from its own life, and the secondaries of others.
class ForgetfulPrimaryTest {

    private static final DomainName ZONE = DomainName.of("forgotten.example");

    private final Served served = Served.with(TsigAlgorithm.SHA256);
    private final Zone before = SampleZone.zone(ZONE, SampleZone.moving());

    private NameServer start(int secondary) throws IOException {
        return NameServer.builder()
                .key(served.key())
                .grant(served.key().name(), KeyOperation.TRANSFER, DomainName.ROOT)
                .zone(before)
                .notify(new NotifyTarget(Served.loopback(secondary), Optional.of(served.key())))
                .past((_, serial) -> Optional.of(before).filter(zone -> has(zone, serial)))
                .start();
    }

    private static boolean has(Zone zone, Serial serial) {
        return zone.serial().equals(Optional.of(serial));
    }

    /// A zone with a delegation more.
    private Zone after() {
        var servers = before.recordSet(ZONE, RecordType.NS).orElseThrow();
        return before.with(servers.withOwner(ZONE.child("new")))
                .withSerial(before.serial().orElseThrow().next());
    }

    @ParameterizedTest
    @EnumSource(names = {"NAMED", "KNOTD"})
    void givesThemTheDifferences(ServerProgram program) throws IOException {
        int port = FreePort.any();
        try (var primary = start(port);
                var relay = Relay.to(Served.loopback(primary.port()))) {
            var remote = Remote.of(relay.address(), served.key());
            var plan = ServerPlan.EMPTY.key(served.key()).secondary(ZONE, remote).at(port);
            try (var secondary = program.start(plan)) {
                var own = Served.loopback(primary.port());
                served.awaitEqual(secondary.address(), own, ZONE);
                int seen = relay.transfers(ZONE).size();
                primary.change(state -> state.without(ZONE).with(after()));
                served.awaitEqual(secondary.address(), own, ZONE);
                var transfers = relay.transfers(ZONE);
                assertThat(transfers.subList(seen, transfers.size()))
                        .filteredOn(passed -> passed.asked().equals(RecordType.IXFR))
                        .isNotEmpty()
                        .allMatch(Transferred::incremental);
            }
        }
    }
}
