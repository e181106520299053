package io.github.dnscli.oserve.database;

import io.github.dnscli.gitstore.GitStore;
import io.github.dnscli.gitstore.GitStoreOptions;
import io.github.dnscli.oserve.keys.KeySources;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.ZonePast;
import io.github.dnscli.server.ZoneStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Zones in a git repository. A repository without zones is one to which zones will be pushed.
final class GitDatabase implements Database {

    private final GitStore store;

    private GitDatabase(GitStore store) {
        this.store = store;
    }

    static GitDatabase open(
            RemoteOptions remote, Duration removalDelay, KeySources keys, DatabaseListener listener)
            throws IOException {
        var wishes =
                new GitStoreOptions(
                        remote.address(),
                        remote.access(),
                        remote.commits(),
                        remote.state(),
                        keys::files,
                        keys::rights,
                        remote.poll(),
                        removalDelay,
                        remote.pushes(),
                        remote.notes(),
                        remote.raisesSerials());
        return new GitDatabase(GitStore.open(wishes, listener::happened));
    }

    @Override
    public Loaded load() throws IOException {
        return new Loaded(store.load(), Optional.empty());
    }

    @Override
    public ZoneStore store() {
        return store;
    }

    @Override
    public ZonePast past() {
        return store;
    }

    @Override
    public void start(NameServer server) {
        store.start(server);
    }

    @Override
    public void refresh() {
        store.fetchSoon();
    }

    @Override
    public DatabaseStatus status() {
        var status = store.status();
        return new DatabaseStatus(status.faulty(), Optional.of(status));
    }

    @Override
    public void close() {
        store.close();
    }
}
