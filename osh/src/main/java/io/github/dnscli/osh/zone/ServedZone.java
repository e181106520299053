package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Request;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A zone at a server. Each request has its own connection: a server may close one behind a refusal.
///
/// @param world the way to the server
/// @param server where it listens
/// @param name the zone's name
/// @param key what to sign with; empty to ask unsigned
/// @param timeout how long to wait, each time
public record ServedZone(
        World world,
        ServerAddress server,
        DomainName name,
        Optional<TsigKey> key,
        Duration timeout) {

    /// {@return the same, spoken about with a key}
    ServedZone with(TsigKey other) {
        return new ServedZone(world, server, name, Optional.of(other), timeout);
    }

    /// {@return the whole zone, or why it cannot be had}
    ///
    /// @throws IOException if the server does not answer
    public Fetched fetch() throws IOException {
        return Fetched.of(transfer(Transfer.of(name)));
    }

    /// {@return what has changed since a version}
    ///
    /// @throws IOException if the server does not answer
    public TransferReply since(Serial held) throws IOException {
        return transfer(Transfer.since(name, held));
    }

    private TransferReply transfer(Transfer transfer) throws IOException {
        try (var exchange = open()) {
            return key.isPresent()
                    ? exchange.transfer(transfer, key.get())
                    : exchange.transfer(transfer);
        }
    }

    /// {@return what the server says to a request}
    ///
    /// @throws IOException if it does not answer
    public Reply ask(Request request) throws IOException {
        try (var exchange = open()) {
            return key.isPresent() ? exchange.ask(request, key.get()) : exchange.ask(request);
        }
    }

    private Exchange open() throws IOException {
        return Exchange.open(world.transport(), server, timeout, world.clock(), world.random());
    }

    /// {@return the name in the zone that a word means: absolute if it has a final dot or ends with the zone's name, else
    /// relative to the zone, `@` being the zone itself}
    public ParsedName resolve(String word) {
        boolean isWhole =
                DomainName.parse(word, DomainName.ROOT) instanceof ParsedName.Valid(var absolute)
                        && !word.equals("@")
                        && absolute.isAtOrBelow(name);
        return DomainName.parse(word, isWhole ? DomainName.ROOT : name);
    }

    /// {@return zone and server, for messages}
    public String display() {
        return "zone '" + name.display() + "' at " + server.display();
    }
}
