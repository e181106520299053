package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// Keeps the zones that come from elsewhere, so that a server that starts again serves them at once, until they expire.
/// Calls about one zone never overlap; calls about several may.
public interface SecondaryStore {

    /// Keeps nothing: a server that starts again has to fetch everything.
    SecondaryStore MEMORY =
            new SecondaryStore() {
                @Override
                public List<KeptZone> load() {
                    return List.of();
                }

                @Override
                public void save(KeptZone zone) {}

                @Override
                public void touch(DomainName zone, Instant lastSuccess, ServerAddress primary) {}

                @Override
                public void remove(DomainName zone) {}
            };

    /// {@return the zones kept; what cannot be read is reported by the store, and left out}
    ///
    /// @throws IOException if nothing can be read at all
    List<KeptZone> load() throws IOException;

    /// Keeps a zone in place of what was kept under its name.
    ///
    /// @throws IOException if it cannot be kept; what was kept before stays
    void save(KeptZone zone) throws IOException;

    /// Remembers that a primary has nothing newer than what is kept.
    ///
    /// @throws IOException if that cannot be kept
    void touch(DomainName zone, Instant lastSuccess, ServerAddress primary) throws IOException;

    /// Forgets a zone.
    ///
    /// @throws IOException if it cannot be forgotten
    void remove(DomainName zone) throws IOException;
}
