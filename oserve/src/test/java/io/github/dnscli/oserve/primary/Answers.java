package io.github.dnscli.oserve.primary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/// What a server answers, ours or another.
///
/// @param server the server
record Answers(ServerAddress server) {

    private Exchange open() throws IOException {
        return Exchange.open(
                Transport.TCP,
                server,
                Duration.ofSeconds(20),
                InstantSource.system(),
                new Random());
    }

    /// {@return whether a name has an address}
    boolean has(String name) throws IOException {
        try (var exchange = open()) {
            return exchange.ask(Query.of(DomainName.of(name), RecordType.A))
                            instanceof Reply.Accepted(var message)
                    && !message.answers().isEmpty();
        }
    }

    /// Waits until a name has an address.
    void await(String name) throws IOException {
        Patience.until(name + " at " + server, () -> has(name));
    }

    /// {@return a whole zone}
    Zone zone(DomainName zone) throws IOException {
        return switch (transfer(Transfer.of(zone))) {
            case TransferReply.Complete(var whole, _) -> whole;
            case TransferReply other -> throw new AssertionError(other.toString());
        };
    }

    /// {@return what comes of asking for what has changed since a serial}
    TransferReply since(DomainName zone, Serial serial) throws IOException {
        return transfer(Transfer.since(zone, serial));
    }

    private TransferReply transfer(Transfer wish) throws IOException {
        try (var exchange = open()) {
            return exchange.transfer(wish, RunningPrimary.key(RunningPrimary.KEY_NAME));
        }
    }
}
