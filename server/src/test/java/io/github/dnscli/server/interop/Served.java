package io.github.dnscli.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.NoReplyException;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// What servers serve, seen by our client, signed.
///
/// @param key signs all requests
record Served(TsigKey key) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// {@return the view of who has a key of this kind; its name gives it no rights}
    static Served with(TsigAlgorithm algorithm) {
        byte[] secret = new byte[algorithm.macLength()];
        Arrays.fill(secret, (byte) algorithm.number());
        return new Served(new TsigKey(DomainName.of("interop.example"), algorithm, secret));
    }

    static ServerAddress loopback(int port) {
        return new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static Exchange open(ServerAddress server) throws IOException {
        return Exchange.open(Transport.TCP, server, TIMEOUT, InstantSource.system(), new Random(1));
    }

    /// {@return the serial that a server has, if it serves the zone}
    Optional<Serial> serial(ServerAddress server, DomainName origin) throws IOException {
        try (var exchange = open(server)) {
            var reply = exchange.ask(Query.of(origin, RecordType.SOA), key);
            return reply instanceof Reply.Accepted(var message)
                    ? message.answers(RecordType.SOA).stream()
                            .flatMap(answer -> answer.data().stream())
                            .map(data -> Soa.of(data).serial())
                            .findFirst()
                    : Optional.empty();
        }
    }

    /// {@return the whole zone that a server has}
    Zone zone(ServerAddress server, DomainName origin) throws IOException {
        try (var exchange = open(server)) {
            var reply = exchange.transfer(Transfer.of(origin), key);
            assertThat(reply).isInstanceOf(TransferReply.Complete.class);
            return ((TransferReply.Complete) reply).zone();
        }
    }

    /// Has a server take random updates. PowerDNS fails one while its database is locked, and wants it again.
    void update(ServerAddress server, RandomUpdates updates, int count) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (var exchange = open(server)) {
            for (int i = 0; i < count; i++) {
                Update update = updates.next();
                var reply = exchange.ask(update, key);
                while (reply instanceof Reply.Refused(var rcode, _)
                        && rcode.equals(Rcode.SERVFAIL)
                        && System.nanoTime() - end < 0) {
                    pause();
                    reply = exchange.ask(update, key);
                }
                assertThat(reply).as("%s", update).isInstanceOf(Reply.Accepted.class);
            }
        }
    }

    /// Waits until a server has the serial that another has.
    void awaitSerial(ServerAddress secondary, ServerAddress primary, DomainName origin)
            throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        var serial = serial(primary, origin);
        assertThat(serial).as("serial of %s at the primary", origin).isPresent();
        while (!patiently(() -> serial(secondary, origin)).equals(serial)) {
            assertThat(System.nanoTime() - end).as("%s: serial %s", origin, serial).isNegative();
            pause();
        }
    }

    /// Waits until a server has the serial that another has, and compares all their records.
    void awaitEqual(ServerAddress secondary, ServerAddress primary, DomainName origin)
            throws IOException {
        awaitSerial(secondary, primary, origin);
        var expected = zone(primary, origin);
        assertThat(zone(secondary, origin, expected.serial()).records())
                .containsExactlyInAnyOrderElementsOf(expected.records().toList());
    }

    /// {@return the zone that a server has, as soon as it has a serial everywhere}: while NSD takes a new version, processes
    /// that still have the old one answer too
    private Zone zone(ServerAddress server, DomainName origin, Optional<Serial> serial)
            throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        var zone = patiently(() -> zone(server, origin));
        while (!zone.serial().equals(serial) && System.nanoTime() - end < 0) {
            pause();
            zone = patiently(() -> zone(server, origin));
        }
        return zone;
    }

    /// A question to a server.
    private interface Look<T> {
        T now() throws IOException;
    }

    /// Asks again when the server cuts the connection, as NSD does whenever it has news.
    private static <T> T patiently(Look<T> look) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return look.now();
            } catch (NoReplyException cut) {
                if (System.nanoTime() - end > 0) {
                    throw cut;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /// {@return the data that a server has at a name}
    List<RecordData> texts(ServerAddress server, DomainName name) throws IOException {
        var query = Query.of(name, RecordType.TXT);
        try (var exchange = open(server)) {
            var reply = exchange.ask(query, key);
            assertThat(reply).isInstanceOf(Reply.Accepted.class);
            return ((Reply.Accepted) reply)
                    .message().answers(RecordType.TXT).stream()
                            .flatMap(answer -> answer.data().stream())
                            .toList();
        }
    }
}
