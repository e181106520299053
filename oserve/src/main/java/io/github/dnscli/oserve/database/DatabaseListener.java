package io.github.dnscli.oserve.database;

import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import java.io.IOException;

/// Hears what happens in a database, on threads of its own and of the server; must not block.
public interface DatabaseListener {

    /// Files were read, or could not be.
    void happened(ReadingEvent event);

    /// Something happened in a git repository.
    void happened(GitEvent event);

    /// The folder of the zones could not be read again; all stays as it was.
    void unreadable(IOException trouble);
}
