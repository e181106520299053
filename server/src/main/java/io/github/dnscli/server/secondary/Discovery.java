package io.github.dnscli.server.secondary;

import io.github.dnscli.common.key.KeyName;
import io.github.dnscli.common.key.TransferKeyName;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.util.Optional;

/// A primary of which all zones are wanted that a key may transfer: it names them itself, on a connection that is kept.
///
/// @param primary the primary
/// @param key signs what it is asked, and must sign what it says
public record Discovery(ServerAddress primary, TsigKey key) {

    /// {@return the primary that the name of a transfer key for all zones speaks of}; empty when the name says none
    ///
    /// @param port where the primary listens
    public static Optional<Discovery> of(TsigKey key, int port) {
        return TransferKeyName.of(key.name())
                .filter(said -> said.zone().isRoot())
                .flatMap(TransferKeyName::primary)
                .map(address -> new Discovery(new ServerAddress(address, port), key));
    }

    /// {@return the name at and below which zones are wanted: what the key's name says, else the root}
    public DomainName top() {
        return KeyName.of(key.name()).map(KeyName::zone).orElse(DomainName.ROOT);
    }

    SecondaryZone zone(DomainName origin) {
        return SecondaryZone.of(origin, primary).signedWith(key).asDiscovered();
    }
}
