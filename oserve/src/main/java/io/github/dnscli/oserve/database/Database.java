package io.github.dnscli.oserve.database;

import io.github.dnscli.oserve.keys.KeySources;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.ZonePast;
import io.github.dnscli.server.ZoneStore;
import java.io.IOException;

/// Where the zones of a server come from, and where its updates go.
///
/// ```java
/// var database = Database.open(options, keys, listener);
/// var loaded = database.load();
/// var server = …; // serves the state, unless there is an obstacle, with database.store() and database.past()
/// database.start(server);
/// ```
public interface Database extends AutoCloseable {

    /// {@return a database, ready to be loaded}
    ///
    /// @param keys where keys come from that are not in the database
    /// @throws IOException if it cannot be had
    static Database open(DatabaseOptions options, KeySources keys, DatabaseListener listener)
            throws IOException {
        return switch (options.source()) {
            case DatabaseOptions.Source.Folder(var zones) ->
                    new FolderDatabase(zones, options.removalDelay(), keys, listener);
            case DatabaseOptions.Source.Remote(var remote) ->
                    GitDatabase.open(remote, options.removalDelay(), keys, listener);
        };
    }

    /// {@return zones and keys to begin with}
    ///
    /// @throws IOException if they cannot be read
    Loaded load() throws IOException;

    /// {@return what keeps updates}
    ZoneStore store();

    /// {@return what knows versions of zones from before the start}
    ZonePast past();

    /// Follows what happens to the files from now on.
    ///
    /// @param server serves what was loaded
    void start(NameServer server);

    /// Looks for news, of the zones and of the keys: at once, or soon and elsewhere.
    void refresh();

    /// {@return how things stand}
    DatabaseStatus status();

    /// Stops. Updates that were acknowledged are kept.
    @Override
    void close();
}
