package io.github.dnscli.oserve.primary;

import io.github.dnscli.oserve.database.DatabaseOptions;
import io.github.dnscli.oserve.keys.KeyOptions;
import java.util.List;

/// What the user wants of a primary server.
///
/// @param database where its zones come from
/// @param keys where its keys come from, and what they may do
/// @param serving how the zones are served
/// @param news who is told of changes
/// @param attendants what else runs as long as the server does
record PrimaryOptions(
        DatabaseOptions database,
        KeyOptions keys,
        ServingOptions serving,
        NewsOptions news,
        List<Attendant> attendants) {

    /// Copies the list.
    PrimaryOptions {
        attendants = List.copyOf(attendants);
    }
}
