package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.reading.Unwritten;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.ZonePast;
import io.github.dnscli.server.ZoneStore;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps the zones of a name server in a git repository.
///
/// ```java
/// var store = GitStore.open(options, listener);
/// var builder = NameServer.builder().store(store).past(store);
/// store.load().zones().values().forEach(builder::zone);
/// var server = builder.start();
/// store.start(server);
/// ```
public final class GitStore implements ZoneStore, ZonePast, AutoCloseable {

    private GitStore() {}

    /// {@return a store, its repository fetched; if the remote cannot be reached, but was before, as it was then}
    ///
    /// @param listener is told what happens, on threads of the store and of the server; must not block
    /// @throws IOException if there is nothing to begin with, or the local disk makes trouble
    public static GitStore open(GitStoreOptions options, Consumer<GitEvent> listener)
            throws IOException {
        return Unwritten.yet();
    }

    /// {@return zones and keys to begin with, acknowledged changes included; of a zone whose file is faulty the last good
    /// version}
    public ServerState load() throws IOException {
        return Unwritten.yet();
    }

    /// Begins to fetch, commit and push.
    ///
    /// @param server serves what was loaded
    public void start(NameServer server) {
        Unwritten.yet();
    }

    /// Fetches soon. Calls that come while one waits are served by that one. Returns at once.
    public void fetchSoon() {
        Unwritten.yet();
    }

    /// {@return how things stand}
    public GitStatus status() {
        return Unwritten.yet();
    }

    @Override
    public void save(ZoneChange change) throws IOException {
        Unwritten.yet();
    }

    @Override
    public Optional<Zone> version(DomainName origin, Serial serial) throws IOException {
        return Unwritten.yet();
    }

    /// Stops; what was acknowledged is committed first if that is quick, and else at the next start.
    @Override
    public void close() {
        Unwritten.yet();
    }
}
