package io.github.dnscli.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.server.state.PortMap;
import io.github.dnscli.server.state.ServerState;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotifyPlanTest {

    private static final PortMap PORTS =
            new PortMap(
                    Map.of(
                            InetAddress.ofLiteral("127.0.0.4"),
                            5304,
                            InetAddress.ofLiteral("127.0.0.5"),
                            0),
                    5353);
    private static final Zone ZONE =
            ZoneText.zone(
                    "example.com",
                    """
                    $TTL 60
                    @      SOA ns1 admin 1 7200 900 1209600 300
                    @      NS  ns1
                    @      NS  ns2
                    @      NS  ns.sub
                    @      NS  ns.example.net.
                    @      NS  ns.elsewhere.example.
                    ns1    A   127.0.0.1
                    ns2    A   127.0.0.2
                    ns2    AAAA ::1
                    sub    NS  ns.sub
                    ns.sub A   127.0.0.4
                    """);
    private static final Zone OTHER =
            ZoneText.zone(
                    "example.net",
                    """
                    $TTL 60
                    @   SOA ns admin 1 7200 900 1209600 300
                    @   NS  ns
                    ns  A   127.0.0.3
                    ns  A   127.0.0.5
                    """);
    private static final ServerState STATE = ServerState.EMPTY.with(ZONE).with(OTHER);

    private static TsigKey key(String name) {
        return new TsigKey(
                DomainName.of(name), TsigAlgorithm.SHA256, name.getBytes(StandardCharsets.UTF_8));
    }

    private static ServerAddress server(String address, int port) {
        return new ServerAddress(InetAddress.ofLiteral(address), port);
    }

    private static Map<ServerAddress, Optional<TsigKey>> recipients(
            NotifyPlan plan, ServerState state, Zone zone) {
        return plan.recipients(
                state, zone, KeyedSecondaries.of(state.keys(), plan.ports()), Map.of());
    }

    private static NotifyPlan plan(NotifyTarget... targets) {
        return new NotifyPlan(List.of(targets), PORTS, Set.of());
    }

    @Test
    void tellsNameServersBesidesThePrimaryAtTheirPorts() {
        assertThat(recipients(plan(), STATE, ZONE))
                .containsOnlyKeys(
                        server("127.0.0.2", 5353),
                        server("::1", 5353),
                        server("127.0.0.4", 5304),
                        server("127.0.0.3", 5353))
                .allSatisfy((_, key) -> assertThat(key).isEmpty());
    }

    @Test
    void tellsNobodyWhoseAddressIsNotKnownOrWanted() {
        var plan = new NotifyPlan(List.of(), PortMap.NONE, Set.of());
        assertThat(recipients(plan, STATE, ZONE)).isEmpty();
    }

    @Test
    void neverTellsItself() {
        var own = server("127.0.0.2", 5353);
        var plan =
                new NotifyPlan(
                        List.of(new NotifyTarget(own, Optional.empty())), PORTS, Set.of(own));
        assertThat(recipients(plan, STATE, ZONE)).doesNotContainKey(own).hasSize(3);
    }

    @Test
    void tellsSecondariesThatKeysOfTheZoneOrTheRootName() {
        var exact = key("127.0.0.1.127.0.0.7._transfer.example.com");
        var root = key("127.0.0.1.127.0.0.8._transfer");
        var above = key("127.0.0.1.127.0.0.9._transfer.com");
        var hidden = key("x.127.0.0.1._transfer.example.com");
        var update = key("127.0.0.1.127.0.0.9._update.example.com");
        var state = STATE.withKeys(List.of(exact, root, above, hidden, update));
        assertThat(recipients(plan(), state, ZONE))
                .containsEntry(server("127.0.0.7", 5353), Optional.of(exact))
                .containsEntry(server("127.0.0.8", 5353), Optional.of(root))
                .hasSize(6);
        assertThat(recipients(plan(), state, OTHER)).containsOnlyKeys(server("127.0.0.8", 5353));
    }

    @Test
    void aLaterSourceKnowsBetterWhichKeyAServerExpects() {
        var named = key("127.0.0.1.127.0.0.2._transfer.example.com");
        var wanted = key("wanted");
        var address = server("127.0.0.2", 5353);
        var state = STATE.withKeys(List.of(named));
        assertThat(recipients(plan(), state, ZONE)).containsEntry(address, Optional.of(named));
        var plan = plan(new NotifyTarget(address, Optional.of(wanted)));
        assertThat(recipients(plan, state, ZONE)).containsEntry(address, Optional.of(wanted));
    }

    @Test
    void aTargetMayBeToldOfOneZoneOnly() {
        var address = server("127.0.0.9", 5300);
        var plan = plan(new NotifyTarget(address, Optional.empty(), Optional.of(ZONE.origin())));
        assertThat(recipients(plan, STATE, ZONE)).containsKey(address);
        assertThat(recipients(plan, STATE, OTHER)).doesNotContainKey(address);
    }

    @Test
    void aNameServerIsToldWithTheKeyOfTheClientAtItsAddress() {
        var key = key("client");
        var recipients =
                plan().recipients(
                                STATE,
                                ZONE,
                                KeyedSecondaries.NONE,
                                Map.of(InetAddress.ofLiteral("127.0.0.3"), key));
        assertThat(recipients)
                .containsEntry(server("127.0.0.3", 5353), Optional.of(key))
                .containsEntry(server("127.0.0.2", 5353), Optional.empty());
    }
}
