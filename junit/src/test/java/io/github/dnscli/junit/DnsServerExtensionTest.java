package io.github.dnscli.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.NameServerBuilder;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DnsZone(
        name = "example.com",
        records =
                """
                www   A    127.0.0.1
                txt   TXT  "from the class"
                """)
@DnsKey(DnsServerExtensionTest.KEY)
class DnsServerExtensionTest {

    static final String KEY =
            "test._update.example.com:SHA256:0701XCD0muDYZIiLwv6wN/Tyoor/hd9+1zjmZ1mIlzY=";

    private static final DomainName ZONE = DomainName.of("example.com");

    private static Exchange exchange(DnsServer dns) throws IOException {
        var server = new ServerAddress(dns.address().getAddress(), dns.port());
        return Exchange.open(
                Transport.TCP,
                server,
                Duration.ofSeconds(20),
                InstantSource.system(),
                new SecureRandom());
    }

    private static List<String> ask(DnsServer dns, String name, RecordType type)
            throws IOException {
        try (var exchange = exchange(dns)) {
            return exchange.ask(Query.of(DomainName.of(name), type))
                            instanceof Reply.Accepted(var answer)
                    ? answer.answers(type).stream()
                            .map(record -> record.data().orElseThrow().text())
                            .toList()
                    : List.of();
        }
    }

    private static TsigKey key(String text) {
        return KeyText.parse(text) instanceof ParsedKey.Valid(var key) ? key : failed();
    }

    private static TsigKey failed() {
        throw new AssertionError("no key");
    }

    private static Reply add(DnsServer dns, String name, String key) throws IOException {
        try (var exchange = exchange(dns)) {
            var record =
                    new ResourceRecord(
                            DomainName.of(name),
                            new Ttl(60),
                            RecordData.of(RecordType.A, "127.0.0.2"));
            return exchange.ask(Update.of(ZONE).add(record), key(key));
        }
    }

    @Test
    void theZoneOfTheClassIsServed(DnsServer dns) throws IOException {
        assertThat(ask(dns, "www.example.com", RecordType.A)).containsExactly("127.0.0.1");
        assertThat(ask(dns, "example.com", RecordType.SOA)).hasSize(1);
        assertThat(ask(dns, "example.com", RecordType.NS)).containsExactly("localhost.");
    }

    @Test
    void theServerItselfMayBeTaken(NameServer server, DnsServer dns) {
        assertThat(dns.nameServer()).isSameAs(server);
        assertThat(dns.port()).isEqualTo(server.port());
    }

    @Test
    @DnsZone(name = "other.example", records = "@ TXT \"from the method\"")
    void aMethodMayAddZones(DnsServer dns) throws IOException {
        assertThat(ask(dns, "other.example", RecordType.TXT))
                .containsExactly("\"from the method\"");
        assertThat(ask(dns, "www.example.com", RecordType.A)).hasSize(1);
    }

    @Test
    @DnsZone(name = "example.com", records = "www A 127.0.0.9")
    void theZoneOfAMethodTakesThePlaceOfTheClassesOwn(DnsServer dns) throws IOException {
        assertThat(ask(dns, "www.example.com", RecordType.A)).containsExactly("127.0.0.9");
        assertThat(dns.records("txt.example.com", "TXT")).isEmpty();
    }

    /// JUnit runs both, one after the other, in an order nobody relies on.
    @Nested
    class OfTwoTestsThatChangeTheSameName {

        private void changes(DnsServer dns) throws IOException {
            assertThat(dns.records("new.example.com", "A")).isEmpty();
            assertThat(add(dns, "new.example.com", KEY)).isInstanceOf(Reply.Accepted.class);
            assertThat(dns.records("new.example.com", "A")).containsExactly("127.0.0.2");
            assertThat(dns.zone("example.com").serial()).hasToString("Optional[2]");
        }

        @Test
        void oneFindsItUnchanged(DnsServer dns) throws IOException {
            changes(dns);
        }

        @Test
        void soDoesTheOther(DnsServer dns) throws IOException {
            changes(dns);
        }
    }

    @Test
    @DnsKey(
            value = "plain:hmac-sha512:0701XCD0muDYZIiLwv6wN/Tyoor/hd9+1zjmZ1mIlzY=",
            mayUpdate = "www.example.com")
    void aKeyOfAnyNameMayBeGivenRights(DnsServer dns) throws IOException {
        String plain = "plain:hmac-sha512:0701XCD0muDYZIiLwv6wN/Tyoor/hd9+1zjmZ1mIlzY=";
        assertThat(add(dns, "www.example.com", plain)).isInstanceOf(Reply.Accepted.class);
        assertThat(add(dns, "ftp.example.com", plain)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aTestMayServeMore(DnsServer dns) throws IOException {
        dns.serve("late.example", "host AAAA ::1");
        assertThat(ask(dns, "host.late.example", RecordType.AAAA)).containsExactly("::1");
    }

    static final class OpenTransfers implements Consumer<NameServerBuilder> {
        @Override
        public void accept(NameServerBuilder server) {
            server.openTransfers();
        }
    }

    @Nested
    @DnsSetup(OpenTransfers.class)
    class WithASetup {

        @Test
        void theServerIsAsWished(DnsServer dns) throws IOException {
            try (var exchange = exchange(dns)) {
                assertThat(exchange.transfer(Transfer.of(ZONE)))
                        .isInstanceOf(TransferReply.Complete.class);
            }
        }
    }

    @Test
    void theServerOfTheClassAroundHasOtherWishes(DnsServer dns) throws IOException {
        try (var exchange = exchange(dns)) {
            assertThat(exchange.transfer(Transfer.of(ZONE)))
                    .isInstanceOf(TransferReply.Failed.class);
        }
    }
}
