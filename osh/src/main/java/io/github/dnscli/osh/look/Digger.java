package io.github.dnscli.osh.look;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.OpenQuery;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.time.Duration;

/// Asks one question.
///
/// @param world the clock and the way to servers; questions go by UDP first unless TCP is wanted
record Digger(World world) {

    /// {@return what the server says}
    ///
    /// @throws IOException if it says nothing
    Dug ask(DigOptions.Clear options) throws IOException {
        var query = new OpenQuery(options.query(), options.dnssec());
        var transport = options.tcp() ? world.transport() : Transport.udpThenTcp();
        var start = world.clock().instant();
        try (var exchange =
                Exchange.open(
                        transport,
                        options.server(),
                        options.timeout(),
                        world.clock(),
                        world.random())) {
            Reply reply =
                    options.key().isPresent()
                            ? exchange.ask(query, options.key().get())
                            : exchange.ask(query);
            var time = Duration.between(start, world.clock().instant());
            return new Dug(options.server(), reply, time);
        }
    }
}
