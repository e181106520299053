package io.github.dnscli.oserve.database;

import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import java.io.IOException;
import java.util.List;

/// Several who hear of a database, one after the other.
///
/// @param all who
public record DatabaseListeners(List<DatabaseListener> all) implements DatabaseListener {

    /// Copies the list.
    public DatabaseListeners {
        all = List.copyOf(all);
    }

    @Override
    public void happened(ReadingEvent event) {
        all.forEach(listener -> listener.happened(event));
    }

    @Override
    public void happened(GitEvent event) {
        all.forEach(listener -> listener.happened(event));
    }

    @Override
    public void unreadable(IOException trouble) {
        all.forEach(listener -> listener.unreadable(trouble));
    }
}
