package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.KEY;
import static io.github.dnscli.testkit.Sample.LONG_KEY;
import static io.github.dnscli.testkit.Sample.ZONE;
import static io.github.dnscli.testkit.Sample.ZONE_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.NoReplyException;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each program serves what a plan says, in both roles.
@Timeout(120)
class RealServerTest {

    private static final DomainName OTHER = DomainName.of("Other.example");
    private static final DomainName UNKNOWN = DomainName.of("unknown.example");
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @ParameterizedTest
    @EnumSource
    void servesEachZone(ServerProgram program) throws IOException {
        var plan = ServerPlan.EMPTY.primary(ZONE, ZONE_TEXT).primary(OTHER, ZONE_TEXT).key(KEY);

        try (var server = program.start(plan)) {
            for (var origin : new DomainName[] {ZONE, OTHER}) {
                assertThat(serial(server, origin)).isNotNegative();
                assertThat(transfer(server, origin, KEY))
                        .isInstanceOf(TransferReply.Complete.class);
            }
            assertThat(serial(server, UNKNOWN)).isNegative();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsZonesFromStrangers(ServerProgram program) throws IOException {
        var plan = ServerPlan.of(ZONE, ZONE_TEXT, KEY);

        try (var closed = program.start(plan);
                var open = program.start(plan.withOpenTransfers())) {
            try (var exchange = Sample.with(closed.address())) {
                assertThat(exchange.transfer(Transfer.of(ZONE)))
                        .isNotInstanceOf(TransferReply.Complete.class);
            }
            try (var exchange = Sample.with(open.address())) {
                assertThat(exchange.transfer(Transfer.of(ZONE)))
                        .isInstanceOf(TransferReply.Complete.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void fetchesAZoneAndFollowsItsChanges(ServerProgram program) throws Exception {
        int port = FreePort.any();
        var told = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        var plan = ServerPlan.EMPTY.key(LONG_KEY);
        try (var primary =
                        KnotServer.start(plan.primary(ZONE, ZONE_TEXT, Remote.of(told, LONG_KEY)));
                var secondary =
                        program.start(
                                plan.secondary(ZONE, Remote.of(primary.address(), LONG_KEY))
                                        .at(port))) {
            assertThat(secondary.address()).isEqualTo(told);
            long first = serial(primary, ZONE);
            await(secondary, first);

            var more = ResourceRecord.of("more.example.com", 60, RecordType.A, "192.0.2.9");
            try (var exchange = Sample.with(primary.address())) {
                assertThat(exchange.ask(Update.of(ZONE).add(more), LONG_KEY))
                        .isInstanceOf(Reply.Accepted.class);
            }
            await(secondary, first + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NSD", "PDNS"})
    void takesAnotherTextForAZone(ServerProgram program) throws Exception {
        try (var server = program.start(ServerPlan.of(ZONE, ZONE_TEXT, KEY))) {
            long first = serial(server, ZONE);
            String text = ZONE_TEXT.replaceFirst(" " + first + " ", " " + (first + 5) + " ");
            switch (server) {
                case NsdServer nsd -> nsd.replace(ZONE, text);
                case PdnsServer pdns -> pdns.replace(ZONE, text);
                case NamedServer _, KnotServer _ -> throw new AssertionError(program);
            }
            await(server, first + 5);
        }
    }

    private static TransferReply transfer(RealServer server, DomainName zone, TsigKey key)
            throws IOException {
        try (var exchange = Sample.with(server.address())) {
            return exchange.transfer(Transfer.of(zone), key);
        }
    }

    /// The serial that a server has, or -1.
    private static long serial(RealServer server, DomainName zone) throws IOException {
        try (var exchange = Sample.with(server.address())) {
            return exchange.ask(Query.of(zone, RecordType.SOA)) instanceof Reply.Accepted(var reply)
                            && !reply.answers().isEmpty()
                    ? Long.parseLong(
                            reply.answers().getFirst().data().orElseThrow().text().split(" ")[2])
                    : -1;
        }
    }

    /// NSD ends the processes that hold connections when it takes a new version.
    private static boolean has(RealServer server, long serial) throws IOException {
        try {
            return serial(server, ZONE) == serial;
        } catch (NoReplyException _) {
            return false;
        }
    }

    private static void await(RealServer server, long serial)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!has(server, serial)) {
            assertThat(System.nanoTime() - end).as(server.output()).isNegative();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
