package io.github.dnscli.oserve.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.oserve.serving.RunningServer;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.NameServerBuilder;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.ServerPlan;
import io.github.dnscli.testkit.ServerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `oserve secondary` beside our own primary and those of others.
@Timeout(120)
class SecondaryServingTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final byte[] SECRET = new byte[32];

    @TempDir Path state;

    private static Zone zone(DomainName origin, long serial) {
        String name = origin.toString();
        return Zone.of(
                origin,
                List.of(
                        ResourceRecord.of(
                                name,
                                60,
                                RecordType.SOA,
                                "ns.example. admin.example. " + serial + " 3600 600 86400 60"),
                        ResourceRecord.of(name, 60, RecordType.NS, "ns.example.")));
    }

    private static TsigKey key(String name) {
        return new TsigKey(DomainName.of(name), TsigAlgorithm.SHA256, SECRET);
    }

    private static String word(TsigKey key) {
        return key.name().display() + ":SHA256:" + Base64.getEncoder().encodeToString(SECRET);
    }

    private static NameServerBuilder primary(TsigKey key) {
        return NameServer.builder().zone(zone(ORIGIN, 1)).key(key);
    }

    private RunningServer secondary(int primaryPort, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "secondary",
                                "--primary-port",
                                Integer.toString(primaryPort),
                                "--state",
                                state.toString()));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--listen")) {
            arguments.addAll(List.of("--listen", "127.0.0.1:0"));
        }
        return RunningServer.of(arguments.toArray(String[]::new));
    }

    private static void serves(RunningServer server, DomainName origin, long serial)
            throws IOException {
        assertThat(server.ask(origin, RecordType.SOA))
                .isInstanceOfSatisfying(
                        Reply.Accepted.class,
                        reply ->
                                assertThat(reply.message().toString())
                                        .contains("ns.example. admin.example. " + serial + " "));
    }

    @Test
    void takesZoneAndAddressesFromTheNameOfItsKey() throws IOException {
        var key = key("127.0.0.1.127.0.0.2._transfer.example.com");
        int port = FreePort.any();
        try (var primary = primary(key).notifyNameServers(port).start();
                var secondary =
                        secondary(
                                primary.port(),
                                "--keys",
                                word(key),
                                "--listen",
                                "127.0.0.2:" + port)) {
            secondary.log().await("zone 'example.com' fetched: serial 1 from 127.0.0.1:");
            serves(secondary, ORIGIN, 1);
            primary.change(before -> before.with(zone(ORIGIN, 2)));
            secondary.log().await("zone 'example.com' fetched: serial 2 from 127.0.0.1:");
            serves(secondary, ORIGIN, 2);
            assertThat(secondary.log().text())
                    .contains("oserve: hint: other users of this machine can see a key")
                    .doesNotContain(Base64.getEncoder().encodeToString(SECRET));
        }
    }

    @Test
    void isToldOfChangesOnItsConnectionWhereItIsHidden() throws Exception {
        var key = key("me.127.0.0.1._transfer.example.com");
        try (var primary = primary(key).start();
                var secondary = secondary(primary.port(), "--key", word(key))) {
            secondary.log().await("zone 'example.com' fetched: serial 1 ");
            Patience.until(
                    "a connection for news",
                    () -> primary.metrics().connections().registered() == 1);
            primary.change(before -> before.with(zone(ORIGIN, 2)));
            secondary.log().await("zone 'example.com' fetched: serial 2 ");
        }
    }

    @Test
    void findsTheZonesOfAPrimaryByAKeyOfTheRoot() throws IOException {
        var key = key("me.127.0.0.1._transfer");
        var other = DomainName.of("example.org");
        try (var primary = primary(key).zone(zone(other, 7)).start();
                var secondary = secondary(primary.port(), "--dns-key", word(key))) {
            secondary.log().await("zone 'example.com': named by 127.0.0.1:");
            secondary.log().await("zone 'example.com' fetched: serial 1 ");
            secondary.log().await("zone 'example.org' fetched: serial 7 ");
            serves(secondary, other, 7);
        }
    }

    @Test
    void servesAtOnceWhatItKept() throws IOException {
        var key = key("127.0.0.1.127.0.0.2._transfer.example.com");
        int port;
        try (var primary = primary(key).start();
                var secondary = secondary(primary.port(), "--keys", word(key))) {
            port = primary.port();
            secondary.log().await("zone 'example.com' fetched: serial 1 ");
            assertThat(secondary.stop()).isEqualTo(ExitStatus.YES);
        }
        assertThat(state.resolve("zones").resolve("example.com.zone")).exists();
        try (var again = secondary(port, "--keys", word(key))) {
            serves(again, ORIGIN, 1);
            again.log().await("zone 'example.com': no use of 127.0.0.1:");
            serves(again, ORIGIN, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NAMED", "KNOTD"})
    void followsPrimariesOfOthers(ServerProgram program) throws IOException {
        var key = key("plain.name");
        var keys = Files.writeString(state.resolve("keys"), word(key) + "\n");
        var plan =
                ServerPlan.EMPTY
                        .primary(
                                ORIGIN,
                                """
                                $TTL 3600
                                @ IN SOA ns.example. admin.example. 5 3600 600 86400 60
                                @ IN NS ns.example.
                                """)
                        .key(key);
        try (var primary = program.start(plan);
                var secondary =
                        secondary(
                                primary.address().port(),
                                "--keys",
                                keys.toString(),
                                "--primary",
                                "127.0.0.1=plain.name",
                                "--zone",
                                "example.com")) {
            secondary.log().await("zone 'example.com' fetched: serial 5 from 127.0.0.1:");
            serves(secondary, ORIGIN, 5);
            assertThat(secondary.log().text()).doesNotContain("hint: other users");
        }
    }

    @Test
    void handsZonesOnToSecondariesOfItsOwn() throws IOException {
        try (var primary = primary(key("k._transfer")).openTransfers().start();
                var middle =
                        secondary(
                                primary.port(),
                                "--primary",
                                "127.0.0.1",
                                "--zone",
                                "example.com",
                                "--axfr")) {
            middle.log().await("zone 'example.com' fetched: serial 1 ");
            try (var last =
                    RunningServer.of(
                            "secondary",
                            "--primary",
                            middle.address().toString(),
                            "--zone",
                            "example.com",
                            "--state",
                            state.resolve("last").toString(),
                            "--listen",
                            "127.0.0.1:0")) {
                last.log().await("zone 'example.com' fetched: serial 1 ");
                serves(last, ORIGIN, 1);
            }
        }
    }
}
