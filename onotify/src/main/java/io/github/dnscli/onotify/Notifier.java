package io.github.dnscli.onotify;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.util.Optional;

/// Sends a NOTIFY message and waits for the reply.
final class Notifier {

    /// Is told what is about to be sent.
    interface Progress {
        void sending(ServerAddress server, Notify news);
    }

    private final World world;
    private final Progress progress;

    Notifier(World world, Progress progress) {
        this.world = world;
        this.progress = progress;
    }

    /// {@return what came of it}
    ///
    /// @throws IOException if the server did not reply
    Notified send(OnotifyOptions options) throws IOException {
        return switch (options.server()) {
            case ServerChoice.Chosen(var server) -> send(server, options);
            case ServerChoice.Unusable(var problem) ->
                    new Notified.Unsent(problem, ExitStatus.USAGE);
            case ServerChoice.Absent _ -> new Notified.Unsent("missing SERVER", ExitStatus.USAGE);
        };
    }

    private Notified send(ServerAddress server, OnotifyOptions options) throws IOException {
        return switch (options.key()) {
            case KeyChoice.Chosen(var key) -> send(server, options, Optional.of(key));
            case KeyChoice.Absent _ -> send(server, options, Optional.empty());
            case KeyChoice.Unusable(var problem, var status) ->
                    new Notified.Unsent(problem, status);
        };
    }

    private Notified send(ServerAddress server, OnotifyOptions options, Optional<TsigKey> key)
            throws IOException {
        var news = new Notify(options.zone(), options.serial());
        progress.sending(server, news);
        try (var exchange =
                Exchange.open(
                        world.transport(),
                        server,
                        options.timeout(),
                        world.clock(),
                        world.random())) {
            var reply = key.isPresent() ? exchange.ask(news, key.get()) : exchange.ask(news);
            return switch (reply) {
                case Reply.Accepted _ -> new Notified.Acknowledged(key.isPresent());
                case Reply.Failed failed -> new Notified.Failed(server, failed);
            };
        }
    }
}
