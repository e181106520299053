package io.github.dnscli.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
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

/// A primary that knows of its zone's past, but did not live through it, and the secondaries of others.
class RestartedPrimaryTest {

    private static final DomainName ZONE = DomainName.of("restarted.example");

    private final Served served = Served.with(TsigAlgorithm.SHA256);
    private final int own = FreePort.any();
    private final int theirs = FreePort.any();

    RestartedPrimaryTest() throws IOException {}

    private NameServer start(Zone zone, Zone past) throws IOException {
        return NameServer.builder()
                .listen("127.0.0.1", own)
                .key(served.key())
                .grant(served.key().name(), KeyOperation.TRANSFER, DomainName.ROOT)
                .zone(zone)
                .notify(new NotifyTarget(Served.loopback(theirs), Optional.of(served.key())))
                .past(
                        (_, serial) ->
                                Optional.of(past)
                                        .filter(it -> it.serial().orElseThrow().equals(serial)))
                .start();
    }

    @ParameterizedTest
    @EnumSource(names = {"NAMED", "KNOTD"})
    void givesThemTheDifferences(ServerProgram program) throws IOException {
        var before = SampleZone.zone(ZONE, SampleZone.moving());
        var added = ZONE.child("new");
        var after =
                before.with(before.recordSet(ZONE, RecordType.NS).orElseThrow().withOwner(added))
                        .withSerial(before.serial().orElseThrow().next());
        try (var relay = Relay.to(Served.loopback(own))) {
            var remote = Remote.of(relay.address(), served.key());
            var plan = ServerPlan.EMPTY.key(served.key()).secondary(ZONE, remote).at(theirs);
            var first = start(before, before);
            try (var secondary = program.start(plan)) {
                served.awaitEqual(secondary.address(), Served.loopback(own), ZONE);
                first.close();
                int seen = relay.transfers(ZONE).size();
                try (var _ = start(after, before)) {
                    served.awaitEqual(secondary.address(), Served.loopback(own), ZONE);
                }
                var transfers = relay.transfers(ZONE);
                assertThat(transfers.subList(seen, transfers.size()))
                        .filteredOn(passed -> passed.asked().equals(RecordType.IXFR))
                        .isNotEmpty()
                        .allMatch(Transferred::incremental);
            } finally {
                first.close();
            }
        }
    }
}
