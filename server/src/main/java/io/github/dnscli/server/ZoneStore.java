package io.github.dnscli.server;

import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;

/// Keeps the changes of zones.
@FunctionalInterface
public interface ZoneStore {

    /// Keeps nothing: a change is gone when the server stops.
    ZoneStore MEMORY = _ -> {};

    /// Makes a change durable. The client is told yes only after this returns; calls never overlap.
    ///
    /// @throws IOException if the change cannot be kept; the update is then refused and the zone stays as it was
    void save(ZoneChange change) throws IOException;
}
