package io.github.dnscli.oupdate;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.FoundZone;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.request.ZoneFinder;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.time.Duration;

/// Talks to one server and signs what it says. Each request has its own connection: a server may close one behind a
/// refusal.
record SignedLine(World world, ServerAddress server, Duration timeout, TsigKey key) {

    Reply ask(Update update) throws IOException {
        try (var exchange = open()) {
            return exchange.ask(update, key);
        }
    }

    FoundZone zoneOf(DomainName name) throws IOException {
        try (var exchange = open()) {
            return ZoneFinder.find(exchange, name, key);
        }
    }

    private Exchange open() throws IOException {
        return Exchange.open(world.transport(), server, timeout, world.clock(), world.random());
    }
}
