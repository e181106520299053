package io.github.dnscli.testkit;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.transport.ServerAddress;
import java.util.Optional;

/// Another server, as a server knows it: a primary to transfer from, or somebody to notify.
///
/// @param server where it listens
/// @param key signs what is said to it; empty to sign nothing
public record Remote(ServerAddress server, Optional<TsigKey> key) {

    /// {@return a server that is spoken to unsigned}
    public static Remote of(ServerAddress server) {
        return new Remote(server, Optional.empty());
    }

    /// {@return a server that is spoken to with a key}
    public static Remote of(ServerAddress server, TsigKey key) {
        return new Remote(server, Optional.of(key));
    }

    /// {@return its address, as all servers write it}
    String host() {
        return server.address().getHostAddress();
    }

    /// {@return the key's name, or a word in its place}
    String keyName(String none) {
        return key.map(key -> key.name().display()).orElse(none);
    }
}
