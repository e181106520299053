package io.github.dnscli.common.transport;

import java.io.IOException;
import java.time.Duration;

/// The way to servers.
@FunctionalInterface
public interface Transport {

    /// TCP.
    Transport TCP =
            (server, timeout) -> {
                throw new IOException("not connected");
            };

    /// {@return a connection}
    ///
    /// @throws IOException if there is none within the timeout
    Conversation open(ServerAddress server, Duration timeout) throws IOException;
}
