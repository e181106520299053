package io.github.dnscli.oserve.primary;

import io.github.dnscli.oserve.database.DatabaseOptions;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.keys.KeyOptions;
import java.nio.file.Path;
import java.util.Optional;

/// What the user wants of a primary server.
///
/// @param database where its zones come from
/// @param keys where its keys come from, and what they may do
/// @param serving how the zones are served
/// @param news who is told of changes
/// @param status the folder of the socket through which it tells how it stands; empty to have none
/// @param http what it shows by HTTP
record PrimaryOptions(
        DatabaseOptions database,
        KeyOptions keys,
        ServingOptions serving,
        NewsOptions news,
        Optional<Path> status,
        HttpOptions http) {}
