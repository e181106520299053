package io.github.dnscli.oserve.check;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.oserve.database.Database;
import io.github.dnscli.oserve.keys.KeySources;
import io.github.dnscli.oserve.primary.PrimaryOptions;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;

/// Reads what a server would read, as it would.
///
/// A repository is fetched into a folder that is gone at the end: the one of a running server is that server's own.
///
/// @param options what the server would be told
/// @param console is told what is no part of a report
record Checker(PrimaryOptions options, Console console) {

    /// {@return what a server would begin with}
    ///
    /// @throws IOException if that cannot be found out at all
    CheckReport check() throws IOException {
        var observer = new Observer(console);
        try {
            return observer.report(load(observer).keys().size());
        } catch (IOException e) {
            if (!observer.hasObstacle()) {
                throw e;
            }
            observer.obstacle(IoTrouble.describe(e));
            return observer.report(0);
        }
    }

    private ServerState load(Observer observer) throws IOException {
        var keys = KeySources.open(options.keys(), observer);
        try (var folder = PassingFolder.create();
                var database =
                        Database.open(
                                options.database().withState(folder.path()), keys, observer)) {
            var loaded = database.load();
            loaded.obstacle().ifPresent(observer::obstacle);
            missingKeys(loaded.state(), observer);
            return loaded.state();
        }
    }

    private void missingKeys(ServerState state, Observer observer) {
        options.news().targets().stream()
                .flatMap(target -> target.key().stream())
                .filter(name -> state.key(name).isEmpty())
                .map(name -> "no key file holds the key '" + name.display() + "'")
                .forEach(observer::obstacle);
    }
}
