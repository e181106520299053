package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.SecondaryEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a primary does, it ends in an outcome and in a next try after a pause, and what is served is served on.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class LyingPrimaryTest {

    private static final DomainName ORIGIN = Story.ORIGIN;
    private static final TsigKey KEY = key(1);
    private static final TsigKey OTHER_SECRET = key(2);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Zone OLD = zone(1, "192.0.2.1");
    private static final Zone NEW = zone(2, "192.0.2.2");
    private static final SecondarySettings SETTINGS =
            SecondarySettings.DEFAULT
                    .withTimeout(Duration.ofSeconds(1))
                    .withLimit(new Transfer.Limit(1000, 1 << 20, Duration.ofMinutes(1)));

    /// More requests than one round can lead to: the serial is asked for by UDP, a few times if need be, and by TCP.
    private static final int MOST_REQUESTS = 8;

    private final SteppedClock clock = new SteppedClock();
    private final EventLog events = new EventLog();
    private ScriptedPrimary primary;
    private NameServer server;

    private static TsigKey key(int octet) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) octet);
        return new TsigKey(DomainName.of("k._transfer.example.com"), TsigAlgorithm.SHA256, secret);
    }

    private static Zone zone(long serial, String address) {
        return Zone.of(
                ORIGIN,
                Stream.concat(
                                Story.zone(serial).records(),
                                Stream.of(
                                        ResourceRecord.of(
                                                "example.com",
                                                60,
                                                RecordType.NS,
                                                "www.example.com."),
                                        ResourceRecord.of(
                                                "www.example.com", 60, RecordType.A, address)))
                        .toList());
    }

    private static MessageRecord address(String address) {
        return MessageRecord.of(ResourceRecord.of("www.example.com", 60, RecordType.A, address));
    }

    @BeforeEach
    void serveTheTruth() throws IOException {
        primary = new ScriptedPrimary(KEY, clock, OLD);
        server =
                NameServer.builder()
                        .secondary(SecondaryZone.of(ORIGIN, primary.address()).signedWith(KEY))
                        .secondarySettings(SETTINGS)
                        .listener(events)
                        .clock(clock)
                        .start();
        events.await(SecondaryEvent.Transferred.class);
        events.forget();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        primary.close();
    }

    private Serial served() {
        return server.state().zone(ORIGIN).flatMap(Zone::serial).orElseThrow();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie(
                        "signs its serial with another secret",
                        (p, _) -> (line, request) -> p.sendSoa(line, request, NEW, OTHER_SECRET),
                        "BADSIG"),
                lie(
                        "signs the zone with another secret",
                        (p, zone) ->
                                p.serving(
                                        zone,
                                        (line, request) ->
                                                p.send(
                                                        line,
                                                        request,
                                                        List.of(ScriptedPrimary.whole(zone)),
                                                        OTHER_SECRET)),
                        "BADSIG"),
                lie("has a lower serial", (p, _) -> p.serving(zone(0, "192.0.2.3")), "lower than"),
                lie(
                        "says that its serial is newer, and has an older zone",
                        (p, zone) -> p.serving(zone, p.serving(zone(0, "192.0.2.3"))),
                        "lower than"),
                lie(
                        "goes in the middle of a transfer",
                        (p, zone) ->
                                p.serving(
                                        zone,
                                        (line, request) -> {
                                            p.send(
                                                    line,
                                                    request,
                                                    List.of(
                                                            List.of(
                                                                    ScriptedPrimary.soa(zone),
                                                                    address("192.0.2.2"))),
                                                    KEY);
                                            throw new IOException("gone");
                                        }),
                        "closed"),
                lie("sends without end", LyingPrimaryTest::endless, "more than 1000 records"),
                lie("is silent", (_, _) -> (_, _) -> {}, "no reply"),
                lie(
                        "is silent when the zone is wanted",
                        (p, zone) -> p.serving(zone, (_, _) -> {}),
                        "no reply"),
                lie(
                        "sends no messages",
                        (_, _) -> (line, _) -> line.send(new byte[] {1, 2, 3, 4}),
                        ""),
                lie(
                        "refuses",
                        (p, _) -> (line, request) -> p.refuse(line, request, Rcode.REFUSED),
                        "REFUSED"),
                lie(
                        "is not authoritative any more",
                        (p, _) -> (line, request) -> p.refuse(line, request, Rcode.NOTAUTH),
                        "NOTAUTH"));
    }

    private static Arguments lie(
            String name,
            BiFunction<ScriptedPrimary, Zone, ScriptedPrimary.Manner> manner,
            String reason) {
        return arguments(name, manner, reason);
    }

    private static ScriptedPrimary.Manner endless(ScriptedPrimary primary, Zone zone) {
        return primary.serving(
                zone,
                (line, request) -> {
                    var signer = primary.signer(request);
                    var records = List.of(ScriptedPrimary.soa(zone), address("192.0.2.2"));
                    // Until the client goes.
                    while (true) {
                        var reply = ScriptedPrimary.reply(request, records);
                        line.send(signer.sign(MessageCodec.encode(reply), Story.START.plus(HOUR)));
                        records = List.of(address("192.0.2.2"), address("192.0.2.3"));
                    }
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void endsInAnOutcomeAndANextTry(
            String name,
            BiFunction<ScriptedPrimary, Zone, ScriptedPrimary.Manner> lie,
            String reason) {
        primary.behave(lie.apply(primary, NEW));
        int before = primary.requests();
        clock.step(HOUR);

        var failed = events.await(SecondaryEvent.Failed.class, e -> e.nextTry().isAfter(now()));
        assertThat(failed.reason()).as(name).contains(reason);
        assertThat(served()).isEqualTo(new Serial(1));
        int after = primary.requests();
        assertThat(after - before).isBetween(1, MOST_REQUESTS);
        EventLog.pause(Duration.ofMillis(700));
        assertThat(primary.requests()).as("requests while no time passes").isEqualTo(after);

        primary.behave(primary.serving(NEW));
        clock.step(HOUR);
        events.await(SecondaryEvent.Transferred.class);
        assertThat(served()).isEqualTo(new Serial(2));
    }

    private Instant now() {
        return clock.instant();
    }

    @Test
    void givesTheWholeZoneWhereItsDifferencesDoNotFit() {
        primary.behave(
                changes(
                        List.of(
                                ScriptedPrimary.soa(NEW),
                                ScriptedPrimary.soa(OLD),
                                address("192.0.2.99"),
                                ScriptedPrimary.soa(NEW),
                                address("192.0.2.2"),
                                ScriptedPrimary.soa(NEW))));
        clock.step(HOUR);

        var transferred = events.await(SecondaryEvent.Transferred.class);
        assertThat(transferred.way()).isEqualTo(SecondaryEvent.Way.WHOLE);
        assertThat(events.await(SecondaryEvent.Failed.class).reason())
                .contains("not there", "whole zone");
        assertThat(server.state().zone(ORIGIN)).contains(NEW);
    }

    @Test
    void givesTheWholeZoneWhereItsDifferencesMakeNoSense() {
        primary.behave(
                changes(
                        List.of(
                                ScriptedPrimary.soa(NEW),
                                ScriptedPrimary.soa(zone(9, "192.0.2.9")),
                                ScriptedPrimary.soa(NEW),
                                ScriptedPrimary.soa(NEW))));
        clock.step(HOUR);

        assertThat(events.await(SecondaryEvent.Transferred.class).way())
                .isEqualTo(SecondaryEvent.Way.WHOLE);
    }

    @Test
    void isTakenAtItsDifferencesWhereTheyFit() {
        primary.behave(
                changes(
                        List.of(
                                ScriptedPrimary.soa(NEW),
                                ScriptedPrimary.soa(OLD),
                                address("192.0.2.1"),
                                ScriptedPrimary.soa(NEW),
                                address("192.0.2.2"),
                                ScriptedPrimary.soa(NEW))));
        clock.step(HOUR);

        assertThat(events.await(SecondaryEvent.Transferred.class).way())
                .isEqualTo(SecondaryEvent.Way.DIFFERENCES);
        assertThat(server.state().zone(ORIGIN)).contains(NEW);
    }

    /// Gives these records for differences, and the truth for all else.
    private ScriptedPrimary.Manner changes(List<MessageRecord> records) {
        var truth = primary.serving(NEW);
        return (line, request) -> {
            if (ScriptedPrimary.wantsChanges(request)) {
                primary.send(line, request, List.of(records), KEY);
            } else {
                truth.answer(line, request);
            }
        };
    }

    @Test
    void makesTheZoneExpireWhenItIsGoneForLongAndServedAgainWhenItIsBack() {
        primary.behave((_, _) -> {});
        clock.step(Duration.ofDays(1));
        assertThat(events.await(SecondaryEvent.Expired.class).lastSuccess()).isEqualTo(Story.START);
        assertThat(server.state().zone(ORIGIN)).isEmpty();
        assertThat(server.state().secondaries()).containsKey(ORIGIN);
        events.await(SecondaryEvent.Failed.class);

        primary.behave(primary.serving(NEW));
        clock.step(HOUR);
        events.await(SecondaryEvent.Transferred.class);
        assertThat(served()).isEqualTo(new Serial(2));
    }

    /// A server that went on would look at its clock twice in that time.
    @Test
    void isLeftAloneByAServerThatIsClosed() throws InterruptedException {
        server.close();
        int before = primary.requests();
        clock.step(Duration.ofDays(1));
        Thread.sleep(Duration.ofSeconds(1));
        assertThat(primary.requests()).isEqualTo(before);
    }
}
