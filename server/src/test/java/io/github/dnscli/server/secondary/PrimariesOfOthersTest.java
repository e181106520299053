package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real primaries: the whole zone at first, and what has changed from then on, all of it signed.
@Timeout(120)
class PrimariesOfOthersTest {

    private static final DomainName ORIGIN = Story.ORIGIN;
    private static final TsigKey KEY = key();

    private static final String ZONE =
            """
            $TTL 3600
            @    IN SOA ns hostmaster 100 1 1 86400 300
            @    IN NS  ns
            @    IN NS  ns.sub
            ns   IN A   127.0.0.1
            sub  IN NS  ns.sub
            ns.sub IN A 192.0.2.53
            *.w  IN TXT "any" "thing"
            www  IN A   192.0.2.1
            """;

    private final EventLog events = new EventLog();

    private static TsigKey key() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 5);
        return new TsigKey(DomainName.of("k._update.example.com"), TsigAlgorithm.SHA256, secret);
    }

    private NameServer secondaryOf(ServerAddress primary) throws IOException {
        var everySecond = new TimerRange(Duration.ofSeconds(1), Duration.ofSeconds(2));
        return NameServer.builder()
                .secondary(SecondaryZone.of(ORIGIN, primary).signedWith(KEY))
                .secondarySettings(SecondarySettings.DEFAULT.withTimers(everySecond, everySecond))
                .listener(events)
                .start();
    }

    private static Exchange open(ServerAddress primary) throws IOException {
        return Exchange.open(
                Transport.TCP,
                primary,
                Duration.ofSeconds(20),
                InstantSource.system(),
                new Random());
    }

    private void follow(ServerAddress primary) throws IOException {
        try (var server = secondaryOf(primary)) {
            assertThat(events.await(SecondaryEvent.Transferred.class).way())
                    .isEqualTo(SecondaryEvent.Way.WHOLE);
            assertThat(server.state().zone(ORIGIN)).contains(fetched(primary));
            events.forget();

            change(primary);
            assertThat(events.await(SecondaryEvent.Transferred.class).way())
                    .isEqualTo(SecondaryEvent.Way.DIFFERENCES);
            var expected = fetched(primary);
            events.until(() -> server.state().zone(ORIGIN).equals(Optional.of(expected)));
            events.await(SecondaryEvent.UpToDate.class);
        }
    }

    private static Zone fetched(ServerAddress primary) throws IOException {
        try (var exchange = open(primary)) {
            return ((TransferReply.Complete) exchange.transfer(Transfer.of(ORIGIN), KEY)).zone();
        }
    }

    private static void change(ServerAddress primary) throws IOException {
        try (var exchange = open(primary)) {
            var update =
                    Update.of(ORIGIN)
                            .deleteSet(DomainName.of("www.example.com"), RecordType.A)
                            .add(
                                    ResourceRecord.of(
                                            "www.example.com", 60, RecordType.A, "192.0.2.9"))
                            .add(
                                    ResourceRecord.of(
                                            "new.example.com", 60, RecordType.TXT, "\"one\""));
            assertThat(exchange.ask(update, KEY)).isInstanceOf(Reply.Accepted.class);
        }
    }

    @Test
    void followsNamed() throws IOException {
        try (var primary = NamedServer.start(ORIGIN, ZONE, KEY)) {
            follow(primary.address());
        }
    }

    @Test
    void followsKnot() throws IOException {
        try (var primary = KnotServer.start(ORIGIN, ZONE, KEY)) {
            follow(primary.address());
        }
    }
}
