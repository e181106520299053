package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.KEY;
import static io.github.dnscli.testkit.Sample.ZONE;
import static io.github.dnscli.testkit.Sample.ZONE_TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.testkit.Relay.Transferred;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RelayTest {

    @Test
    void passesMessagesOnAndRemembersTransfers() throws IOException {
        try (var server = KnotServer.start(ZONE, ZONE_TEXT, KEY);
                var relay = Relay.to(server.address());
                var exchange = Sample.with(relay.address())) {
            assertThat(exchange.transfer(Transfer.of(ZONE), KEY))
                    .isInstanceOf(TransferReply.Complete.class);
            var more = ResourceRecord.of("more.example.com", 60, RecordType.A, "192.0.2.9");
            assertThat(exchange.ask(Update.of(ZONE).add(more), KEY))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(exchange.transfer(Transfer.since(ZONE, new Serial(101)), KEY))
                    .isInstanceOf(TransferReply.UpToDate.class);
            assertThat(exchange.transfer(Transfer.since(ZONE, new Serial(100)), KEY))
                    .isInstanceOf(TransferReply.Differences.class);

            assertThat(relay.transfers(ZONE))
                    .containsExactly(
                            new Transferred(ZONE, RecordType.AXFR, false),
                            new Transferred(ZONE, RecordType.IXFR, true));
            assertThat(relay.transfers(DomainName.ROOT)).isEmpty();
        }
    }

    @Test
    void passesDatagramsOn() throws IOException {
        try (var server = KnotServer.start(ZONE, ZONE_TEXT);
                var relay = Relay.to(server.address());
                var exchange =
                        Exchange.open(
                                Transport.udpThenTcp(),
                                relay.address(),
                                Sample.TIMEOUT,
                                InstantSource.system(),
                                new Random(1))) {
            assertThat(exchange.ask(Query.of(ZONE, RecordType.SOA)))
                    .isInstanceOf(Reply.Accepted.class);
        }
    }

    @Test
    void endsTheConnectionWhenTheServerIsNotThere() throws IOException {
        var nobody = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), FreePort.any());
        try (var relay = Relay.to(nobody);
                var exchange = Sample.with(relay.address())) {
            assertThatThrownBy(() -> exchange.ask(Query.of(ZONE, RecordType.SOA)))
                    .isInstanceOf(IOException.class);
        }
    }
}
