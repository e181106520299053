package io.github.dnscli.server.state;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.util.Optional;

/// A server that is told of changes.
///
/// @param server where it listens
/// @param key signs the messages; empty to leave them unsigned
/// @param zone the only zone it is told of; empty to tell it of all
public record NotifyTarget(ServerAddress server, Optional<TsigKey> key, Optional<DomainName> zone) {

    /// Tells of all zones.
    public NotifyTarget(ServerAddress server, Optional<TsigKey> key) {
        this(server, key, Optional.empty());
    }
}
