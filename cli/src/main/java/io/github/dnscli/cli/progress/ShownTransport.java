package io.github.dnscli.cli.progress;

import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.time.Duration;

/// Shows whom it waits for.
///
/// @param transport the way to servers
/// @param progress where it is shown
record ShownTransport(Transport transport, Progress progress) implements Transport {

    @Override
    public Conversation open(ServerAddress server, Duration timeout) throws IOException {
        var connecting = Work.of("connecting to " + server).within(timeout);
        try (var _ = progress.begin(connecting)) {
            return new ShownConversation(
                    transport.open(server, timeout), server, timeout, progress);
        }
    }
}
