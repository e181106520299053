package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.KEY;
import static io.github.dnscli.testkit.Sample.LONG_KEY;
import static io.github.dnscli.testkit.Sample.ZONE;
import static io.github.dnscli.testkit.Sample.ZONE_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Tlsa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.FoundZone;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.request.ZoneFinder;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.TsigError;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Our requests against a real server.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InteropTest {

    private static final DomainName HOST = DomainName.of("my-other.example.com");
    private static final ResourceRecord ADDRESS =
            ResourceRecord.of("my-other.example.com", 60, RecordType.A, "192.0.2.7");

    private AutoCloseable server = () -> {};
    private ServerAddress address = new ServerAddress(InetAddress.getLoopbackAddress(), 1);

    abstract AutoCloseable start(DomainName zone, String text, TsigKey... keys) throws IOException;

    abstract ServerAddress address(AutoCloseable running);

    @BeforeAll
    void startServer() throws IOException {
        server = start(ZONE, ZONE_TEXT, KEY, LONG_KEY);
        address = address(server);
    }

    @AfterAll
    void stopServer() throws Exception {
        server.close();
    }

    private Exchange exchange() throws IOException {
        return Sample.with(address);
    }

    @Test
    void answersQueriesOverTcpAndUdp() throws IOException {
        var query = Query.of(DomainName.of("www.example.com"), RecordType.A);
        for (var transport : new Transport[] {Transport.TCP, Transport.udpThenTcp()}) {
            try (var exchange =
                    Exchange.open(
                            transport,
                            address,
                            Sample.TIMEOUT,
                            InstantSource.system(),
                            new Random())) {
                for (var reply :
                        new Reply[] {
                            exchange.ask(query),
                            exchange.ask(query, KEY),
                            exchange.ask(query, LONG_KEY)
                        }) {
                    assertThat(((Reply.Accepted) reply).message().answers())
                            .containsExactly(
                                    Sample.record("www.example.com", RecordType.A, "192.0.2.1"));
                }
            }
        }
    }

    @Test
    void takesUpdatesWithPrerequisites() throws IOException {
        for (var key : new TsigKey[] {KEY, LONG_KEY}) {
            try (var exchange = exchange()) {
                var add = Update.of(ZONE).nameNotInUse(HOST).add(ADDRESS);
                assertThat(exchange.ask(add, key)).isInstanceOf(Reply.Accepted.class);
                assertThat(exchange.ask(add, key))
                        .isInstanceOfSatisfying(
                                Reply.Refused.class,
                                refused -> assertThat(refused.rcode()).isEqualTo(Rcode.YXDOMAIN));

                var replace =
                        Update.of(ZONE)
                                .nameInUse(HOST)
                                .setExists(HOST, RecordType.A)
                                .setEquals(RecordSet.of(ADDRESS))
                                .setAbsent(HOST, RecordType.AAAA)
                                .deleteSet(HOST, RecordType.A)
                                .add(
                                        ResourceRecord.of(
                                                HOST.toString(),
                                                60,
                                                RecordType.AAAA,
                                                "2001:db8::7"));
                assertThat(exchange.ask(replace, key)).isInstanceOf(Reply.Accepted.class);
                assertThat(exchange.ask(replace, key)).isInstanceOf(Reply.Refused.class);

                var delete =
                        Update.of(ZONE)
                                .deleteRecord(HOST, RecordData.of(RecordType.AAAA, "2001:db8::7"));
                assertThat(exchange.ask(delete, key)).isInstanceOf(Reply.Accepted.class);
                assertThat(exchange.ask(Update.of(ZONE).nameNotInUse(HOST).deleteName(HOST), key))
                        .isInstanceOf(Reply.Accepted.class);
            }
        }
    }

    @Test
    void carriesTlsaOfPrivateUse() throws IOException {
        var host = DomainName.of("_letsencrypt._tcp.www.example.com");
        var request = new Tlsa(3, 255, 0, new byte[700]).data();
        var record = new ResourceRecord(host, new Ttl(3600), request);
        try (var exchange = exchange()) {
            assertThat(exchange.ask(Update.of(ZONE).add(record), KEY))
                    .isInstanceOf(Reply.Accepted.class);
            var reply = (Reply.Accepted) exchange.ask(Query.of(host, RecordType.TLSA));
            assertThat(reply.message().answers())
                    .extracting(answer -> answer.data().orElseThrow())
                    .containsExactly(request);
        }
    }

    @Test
    void signsItsAnswerToANotify() throws IOException {
        for (var key : new TsigKey[] {KEY, LONG_KEY}) {
            try (var exchange = exchange()) {
                assertThat(exchange.ask(Notify.of(ZONE, new Serial(7)), key))
                        .isNotInstanceOfAny(
                                Reply.Unverified.class, Reply.Unrelated.class, Reply.Garbled.class);
            }
        }
    }

    @Test
    void givesItsZone() throws IOException {
        for (var key : new TsigKey[] {KEY, LONG_KEY}) {
            try (var exchange = exchange()) {
                assertThat(exchange.transfer(Transfer.of(ZONE), key))
                        .isInstanceOfSatisfying(
                                TransferReply.Complete.class,
                                zone ->
                                        assertThat(zone.records())
                                                .contains(
                                                        ResourceRecord.of(
                                                                "www.example.com",
                                                                3600,
                                                                RecordType.A,
                                                                "192.0.2.1")));
            }
        }
    }

    @Test
    void givesALargeZoneInManySignedMessages() throws IOException {
        var text = new StringBuilder(ZONE_TEXT);
        for (int i = 0; i < 3000; i++) {
            text.append("host")
                    .append(i)
                    .append(" IN TXT \"")
                    .append("x".repeat(100))
                    .append("\"\n");
        }
        try (var large = start(ZONE, text.toString(), KEY);
                var exchange = Sample.with(address(large))) {
            assertThat(exchange.transfer(Transfer.of(ZONE), KEY))
                    .isInstanceOfSatisfying(
                            TransferReply.Complete.class,
                            zone -> assertThat(zone.records()).hasSizeGreaterThan(3000));
        } catch (IOException failure) {
            throw failure;
        } catch (Exception unforeseen) {
            throw new AssertionError(unforeseen);
        }
    }

    @Test
    void tellsItsZones() throws IOException {
        try (var exchange = exchange()) {
            for (String name :
                    new String[] {
                        "example.com", "www.example.com", "a.b.example.com", "alias.example.com"
                    }) {
                assertThat(ZoneFinder.find(exchange, DomainName.of(name)))
                        .isEqualTo(new FoundZone.Found(ZONE));
            }
            assertThat(ZoneFinder.find(exchange, DomainName.of("example.org")))
                    .isInstanceOf(FoundZone.Unknown.class);
        }
    }

    @Test
    void refusesAnUnknownKey() throws IOException {
        var unknown = Sample.key("nobody", TsigAlgorithm.SHA256, 1);

        assertRefused(unknown, Instant.now(), TsigError.BADKEY);
    }

    @Test
    void refusesAWrongSecret() throws IOException {
        assertRefused(
                Sample.key(KEY.name().display(), KEY.algorithm(), 1),
                Instant.now(),
                TsigError.BADSIG);
    }

    @Test
    void refusesAWrongAlgorithm() throws IOException {
        var other = new TsigKey(KEY.name(), TsigAlgorithm.SHA512, KEY.secret());

        assertRefused(other, Instant.now(), TsigError.BADKEY);
    }

    @Test
    void refusesAWrongClock() throws IOException {
        assertRefused(KEY, Instant.now().minusSeconds(3600), TsigError.BADTIME);
        assertRefused(LONG_KEY, Instant.now().plusSeconds(3600), TsigError.BADTIME);
    }

    private void assertRefused(TsigKey key, Instant clock, TsigError error) throws IOException {
        try (var exchange = Sample.at(clock, address)) {
            assertThat(exchange.ask(Update.of(ZONE).add(ADDRESS), key))
                    .isInstanceOfSatisfying(
                            Reply.Unverified.class,
                            reply -> {
                                assertThat(reply.fault().error()).isEqualTo(error);
                                assertThat(reply.problem())
                                        .contains(key.name().display(), error.toString());
                            });
        }
    }
}
