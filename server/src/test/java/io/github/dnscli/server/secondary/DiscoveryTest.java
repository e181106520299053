package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signed;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.testkit.Script;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A primary that names its zones on a connection that stands, as that of the OCaml original does.
@Timeout(120)
class DiscoveryTest {

    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("me.127.0.0.1._transfer"), TsigAlgorithm.SHA256, new byte[32]);
    private static final SecondarySettings SETTINGS =
            SecondarySettings.DEFAULT
                    .withTimeout(Duration.ofSeconds(5))
                    .withPauses(Duration.ofMillis(50), Duration.ofSeconds(30))
                    .withMostDiscovered(3);

    private final InstantSource clock = InstantSource.system();
    private final EventLog events = new EventLog();
    private final Map<DomainName, Zone> zones = new ConcurrentHashMap<>();
    private final BlockingQueue<Script.Line> standing = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> acknowledgements = new LinkedBlockingQueue<>();
    private ScriptedPrimary primary;
    private NameServer server;

    private static Zone zone(String origin, long serial) {
        return Zone.of(
                DomainName.of(origin),
                List.of(
                        ResourceRecord.of(
                                origin,
                                60,
                                RecordType.SOA,
                                "ns.example. admin.example. " + serial + " 3600 600 86400 60"),
                        ResourceRecord.of(origin, 60, RecordType.NS, "ns.example.")));
    }

    @BeforeEach
    void start() throws IOException {
        primary = new ScriptedPrimary(KEY, clock, zone("example", 1));
        primary.behave(this::serve);
        have(zone("one.example", 1));
        server =
                NameServer.builder()
                        .discover(primary.address(), KEY)
                        .secondarySettings(SETTINGS)
                        .listener(events)
                        .start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        primary.close();
    }

    private void have(Zone zone) {
        zones.put(zone.origin(), zone);
    }

    private void serve(Script.Line line, byte[] octets) throws IOException {
        var message = Script.message(octets);
        var name = message.question().orElseThrow().name();
        if (message.has(Flag.QR)) {
            acknowledgements.add(octets);
        } else if (name.isRoot()) {
            primary.refuse(line, octets, Rcode.NOTAUTH);
            standing.add(line);
        } else if (zones.containsKey(name)) {
            primary.serving(zones.get(name)).answer(line, octets);
        } else {
            primary.refuse(line, octets, Rcode.NOTAUTH);
        }
    }

    private Script.Line line() throws InterruptedException {
        var line = standing.poll(30, TimeUnit.SECONDS);
        assertThat(line).as("a connection for news").isNotNull();
        return line;
    }

    /// Names a zone, and wants that acknowledged with a signature.
    private void name(Script.Line line, String zone, long serial) throws Exception {
        var news = Notify.of(DomainName.of(zone), new Serial(serial)).message(77);
        Signed signed = Signer.sign(MessageCodec.encode(news), KEY, clock.instant());
        line.send(signed.wire());
        byte[] reply = acknowledgements.poll(30, TimeUnit.SECONDS);
        assertThat(reply).as("an acknowledgement").isNotNull();
        assertThat(Verifier.reply(reply, KEY, signed.mac(), clock.instant()))
                .isInstanceOf(Verified.Good.class);
        Message message = Script.message(reply);
        assertThat(message.rcode()).isEqualTo(Rcode.NOERROR);
        assertThat(message.id()).isEqualTo(77);
    }

    @Test
    void fetchesTheZonesThatItsPrimaryNamesLaterOnesToo() throws Exception {
        var line = line();
        name(line, "one.example", 1);
        events.await(SecondaryEvent.Transferred.class);
        assertThat(server.state().zone(DomainName.of("one.example")))
                .contains(zone("one.example", 1));

        have(zone("two.example", 5));
        name(line, "two.example", 5);
        events.await(
                SecondaryEvent.Transferred.class,
                e -> e.zone().equals(DomainName.of("two.example")));
    }

    @Test
    void hearsOfChangesOnTheSameConnection() throws Exception {
        var line = line();
        name(line, "one.example", 1);
        events.await(SecondaryEvent.Transferred.class);
        have(zone("one.example", 2));
        name(line, "one.example", 2);

        events.await(SecondaryEvent.Transferred.class, e -> e.serial().equals(new Serial(2)));
        events.until(
                () ->
                        server.state()
                                .zone(DomainName.of("one.example"))
                                .equals(Optional.of(zone("one.example", 2))));
    }

    @Test
    void givesUpAZoneThatItsPrimaryNoLongerHas() throws Exception {
        var line = line();
        name(line, "one.example", 1);
        events.await(SecondaryEvent.Transferred.class);
        zones.clear();
        name(line, "one.example", 2);

        events.await(SecondaryEvent.Dropped.class);
        events.until(() -> server.state().secondaries().isEmpty());
        assertThat(server.state().zones()).isEmpty();
    }

    @Test
    void takesNoMoreZonesThanItsSettingsAllow() throws Exception {
        var line = line();
        for (int i = 0; i < 10; i++) {
            have(zone("z" + i + ".example", 1));
            name(line, "z" + i + ".example", 1);
        }
        events.until(() -> server.state().zones().size() >= 3);
        EventLog.pause(Duration.ofMillis(300));
        assertThat(server.state().zones()).hasSize(3);
    }

    @Test
    void servesTheZonesAgainThatWereNamedBeforeItStopped() throws Exception {
        line();
        server.close();
        var store = new MemoryStore();
        try (var _ = discovering(store)) {
            name(line(), "one.example", 1);
            events.until(() -> !store.load().isEmpty());
        }
        try (var again = discovering(store)) {
            assertThat(again.state().zone(DomainName.of("one.example")))
                    .contains(zone("one.example", 1));
        }
    }

    private NameServer discovering(SecondaryStore store) throws IOException {
        return NameServer.builder()
                .discover(primary.address(), KEY)
                .secondarySettings(SETTINGS)
                .secondaryStore(store)
                .start();
    }

    @Test
    void connectsAgainAfterAPauseWhenTheConnectionIsLost() throws Exception {
        var first = line();
        first.sendRaw(new byte[] {0, 1, 7});
        var second = line();
        assertThat(second).isNotSameAs(first);
        name(second, "one.example", 1);
        events.await(SecondaryEvent.Transferred.class);
    }

    @Test
    void doesNotObeyOnThatConnectionWhoeverHasNoKey() throws Exception {
        var line = line();
        line.send(
                MessageCodec.encode(
                        Notify.of(DomainName.of("one.example"), new Serial(1)).message(5)));
        var reply = Script.message(acknowledgements.poll(30, TimeUnit.SECONDS));

        assertThat(reply.rcode()).isEqualTo(Rcode.REFUSED);
        assertThat(server.state().secondaries()).isEmpty();
    }
}
