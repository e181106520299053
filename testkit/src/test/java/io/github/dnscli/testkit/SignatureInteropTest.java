package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.ZONE;
import static io.github.dnscli.testkit.Sample.ZONE_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Signatures with every algorithm, and what servers of others find wrong with them, as our client tells it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignatureInteropTest {

    private static final Duration APART = Duration.ofMinutes(20);
    private static final TsigKey[] KEYS =
            Arrays.stream(TsigAlgorithm.values())
                    .map(SignatureInteropTest::known)
                    .toArray(TsigKey[]::new);

    private NamedServer named;
    private KnotServer knot;

    /// What is wrong.
    enum Fault {
        BADKEY,
        BADSIG,
        BADTIME_AHEAD,
        BADTIME_BEHIND;

        TsigKey key(TsigAlgorithm algorithm) {
            var known = known(algorithm);
            return switch (this) {
                case BADKEY -> Sample.key("stranger", algorithm, 1);
                case BADSIG -> Sample.key(known.name().display(), algorithm, 9);
                case BADTIME_AHEAD, BADTIME_BEHIND -> known;
            };
        }

        InstantSource clock() {
            var clock = InstantSource.system();
            return switch (this) {
                case BADKEY, BADSIG -> clock;
                case BADTIME_AHEAD -> () -> clock.instant().plus(APART);
                case BADTIME_BEHIND -> () -> clock.instant().minus(APART);
            };
        }
    }

    private static TsigKey known(TsigAlgorithm algorithm) {
        return Sample.key("key-" + algorithm.number(), algorithm, 1);
    }

    @BeforeAll
    void start() throws IOException {
        named = NamedServer.start(ZONE, ZONE_TEXT, KEYS);
        knot = KnotServer.start(ZONE, ZONE_TEXT, KEYS);
    }

    @AfterAll
    void stop() throws IOException {
        named.close();
        knot.close();
    }

    private Stream<ServerAddress> servers() {
        return Stream.of(named.address(), knot.address());
    }

    static Stream<Arguments> faults() {
        return Stream.of(Fault.values())
                .flatMap(
                        fault ->
                                Stream.of(TsigAlgorithm.values())
                                        .map(algorithm -> Arguments.of(fault, algorithm)));
    }

    private static Exchange exchange(ServerAddress server, InstantSource clock) throws IOException {
        return Exchange.open(Transport.TCP, server, Duration.ofSeconds(20), clock, new Random(1));
    }

    @ParameterizedTest
    @EnumSource
    void agreesOnEveryAlgorithm(TsigAlgorithm algorithm) throws IOException {
        for (var server : servers().toList()) {
            try (var exchange = exchange(server, InstantSource.system())) {
                var key = known(algorithm);
                assertThat(exchange.ask(Query.of(ZONE, RecordType.SOA), key))
                        .isInstanceOf(Reply.Accepted.class);
                assertThat(exchange.transfer(Transfer.of(ZONE), key))
                        .isInstanceOf(TransferReply.Complete.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsWhatTheServerFindsWrong(Fault fault, TsigAlgorithm algorithm) throws IOException {
        for (var server : servers().toList()) {
            try (var exchange = exchange(server, fault.clock())) {
                var reply = exchange.ask(Query.of(ZONE, RecordType.SOA), fault.key(algorithm));
                assertThat(reply)
                        .isInstanceOfSatisfying(
                                Reply.Unverified.class,
                                unverified -> {
                                    assertThat(unverified.rcode()).isEqualTo(Rcode.NOTAUTH);
                                    assertThat(fault.name())
                                            .startsWith(unverified.fault().error().toString());
                                });
            }
        }
    }
}
