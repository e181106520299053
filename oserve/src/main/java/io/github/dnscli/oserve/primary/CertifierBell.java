package io.github.dnscli.oserve.primary;

import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.oserve.database.DatabaseListener;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;

/// Tells a certifier in the same process whenever zones may have changed: an update was made, or files were read.
final class CertifierBell implements ServerListener, DatabaseListener {

    private volatile Runnable bell = () -> {};

    /// Rings something from now on.
    void rings(Runnable other) {
        bell = other;
    }

    @Override
    public void updated(ZoneChange change) {
        bell.run();
    }

    @Override
    public void happened(ReadingEvent event) {
        bell.run();
    }

    @Override
    public void happened(GitEvent event) {
        bell.run();
    }

    @Override
    public void unreadable(IOException trouble) {
        // All stays as it was.
    }
}
