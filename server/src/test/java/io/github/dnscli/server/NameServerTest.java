package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;
import io.github.dnscli.testkit.FreePort;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameServerTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final DomainName HOST = DomainName.of("new.example.com");
    private static final TsigKey KEY = Ask.key("k._update.example.com");
    private static final Zone ZONE =
            ZoneText.zone(
                    "example.com",
                    """
                    $TTL 60
                    @   SOA ns1 admin 1 7200 900 1209600 300
                    @   NS  ns1
                    ns1 A   127.0.0.1
                    """);
    private static final Update ADDITION =
            Update.of(ORIGIN)
                    .add(ResourceRecord.of("new.example.com", 60, RecordType.A, "192.0.2.9"));

    private static NameServerBuilder builder() {
        return NameServer.builder().zone(ZONE).key(KEY).listen("127.0.0.1", 0);
    }

    private static Exchange exchange(NameServer server, Transport transport) throws IOException {
        return Exchange.open(
                transport,
                new ServerAddress(InetAddress.getLoopbackAddress(), server.port()),
                Duration.ofSeconds(5),
                InstantSource.system(),
                new Random(1));
    }

    private static Transport transport(String name) {
        return name.equals("TCP") ? Transport.TCP : Transport.udpThenTcp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP", "UDP"})
    void answersAndIsChanged(String name) throws IOException {
        try (var server = builder().start();
                var exchange = exchange(server, transport(name))) {
            assertThat(exchange.ask(ADDITION, KEY)).isInstanceOf(Reply.Accepted.class);
            assertThat(exchange.ask(Query.of(HOST, RecordType.A)))
                    .isInstanceOfSatisfying(
                            Reply.Accepted.class,
                            accepted -> assertThat(accepted.message().answers()).hasSize(1));
            assertThat(server.state().zone(ORIGIN).orElseThrow().serial()).contains(new Serial(2));
        }
    }

    @Test
    void handsOutItsZoneSigned() throws IOException {
        try (var server = builder().start();
                var exchange = exchange(server, Transport.TCP)) {
            assertThat(exchange.transfer(Transfer.of(ORIGIN), KEY))
                    .isInstanceOfSatisfying(
                            TransferReply.Complete.class,
                            complete ->
                                    assertThat(Zone.of(ORIGIN, complete.records()))
                                            .isEqualTo(ZONE));
        }
    }

    @Test
    void acknowledgesNoChangeThatCannotBeKept() throws IOException {
        ZoneStore full =
                _ -> {
                    throw new IOException("disk full");
                };
        try (var server = builder().store(full).start();
                var exchange = exchange(server, Transport.TCP)) {
            assertThat(exchange.ask(ADDITION, KEY))
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            refused -> assertThat(refused.rcode()).hasToString("SERVFAIL"));
            assertThat(server.state().zone(ORIGIN)).contains(ZONE);
        }
    }

    @Test
    void keepsAChangeBeforeItAnswers() throws IOException {
        var kept = new LinkedBlockingQueue<ZoneChange>();
        try (var server = builder().store(kept::add).start();
                var exchange = exchange(server, Transport.TCP)) {
            assertThat(exchange.ask(ADDITION, KEY)).isInstanceOf(Reply.Accepted.class);
            assertThat(kept.remove().diff().added()).hasSize(2);
        }
    }

    @Test
    void tellsItsListenerOfSignedNews() throws Exception {
        var heard = new LinkedBlockingQueue<DomainName>();
        var listener =
                new ServerListener() {
                    @Override
                    public void notified(DomainName zone, DomainName key, Peer peer) {
                        heard.add(zone);
                    }
                };
        try (var server = builder().listener(listener).start();
                var exchange = exchange(server, Transport.TCP)) {
            assertThat(exchange.ask(Notify.of(ORIGIN), KEY)).isInstanceOf(Reply.Accepted.class);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(ORIGIN);
        }
    }

    @Test
    void aListenerThatThrowsDoesNoHarm() throws IOException {
        var listener =
                new ServerListener() {
                    @Override
                    public void updated(ZoneChange change) {
                        throw new IllegalStateException("a listener's fault, on purpose");
                    }
                };
        try (var server = builder().listener(listener).start();
                var exchange = exchange(server, Transport.TCP)) {
            assertThat(exchange.ask(ADDITION, KEY)).isInstanceOf(Reply.Accepted.class);
            assertThat(exchange.ask(Query.of(HOST, RecordType.A)))
                    .isInstanceOf(Reply.Accepted.class);
        }
    }

    @Test
    void tellsOthersAtStartAndOfEachChange() throws Exception {
        var heard = new LinkedBlockingQueue<DomainName>();
        var listener =
                new ServerListener() {
                    @Override
                    public void notified(DomainName zone, DomainName key, Peer peer) {
                        heard.add(zone);
                    }
                };
        try (var secondary = NameServer.builder().key(KEY).listener(listener).start()) {
            var address = new ServerAddress(InetAddress.getLoopbackAddress(), secondary.port());
            try (var server =
                            builder().notify(new NotifyTarget(address, Optional.of(KEY))).start();
                    var exchange = exchange(server, Transport.TCP)) {
                assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(ORIGIN);
                exchange.ask(ADDITION, KEY);
                assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(ORIGIN);
                server.change(state -> state.with(ZONE.withSerial(new Serial(9))));
                assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(ORIGIN);
            }
        }
    }

    @Test
    void grantsRightsToKeysOfAnyName() throws IOException {
        var plain = Ask.key("plain");
        try (var server =
                        builder()
                                .key(plain)
                                .grant(plain.name(), KeyOperation.UPDATE, HOST)
                                .start();
                var exchange = exchange(server, Transport.TCP)) {
            assertThat(exchange.ask(ADDITION, plain)).isInstanceOf(Reply.Accepted.class);
            var other = Update.of(ORIGIN).deleteSet(DomainName.of("ns1.example.com"), RecordType.A);
            assertThat(exchange.ask(other, plain)).isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (var server = builder().start()) {
            var second = NameServer.builder().listen("127.0.0.1", server.port());
            assertThatThrownBy(second::start).isInstanceOf(BindException.class);
        }
    }

    @Test
    void leavesItsPortFreeWhenItIsClosed() throws IOException {
        int port = FreePort.any();
        for (int i = 0; i < 100; i++) {
            NameServer.builder().zone(ZONE).listen("127.0.0.1", port).start().close();
        }
    }

    @Test
    void listensAtSeveralAddresses() throws IOException {
        try (var server = builder().listen("::1", 0).start()) {
            assertThat(server.addresses()).hasSize(2);
        }
    }
}
