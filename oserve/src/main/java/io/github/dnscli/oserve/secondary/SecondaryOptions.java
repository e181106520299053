package io.github.dnscli.oserve.secondary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.serving.KeyedServer;
import io.github.dnscli.oserve.serving.ListenOption;
import java.nio.file.Path;
import java.util.List;

/// What the user wants of a secondary server.
///
/// @param wanted its zones
/// @param keys all keys it knows
/// @param state the folder that keeps the zones
/// @param listen where to listen; at least one address
/// @param openTransfers whether anybody may fetch whole zones
/// @param targets servers to tell of every change
/// @param http what it shows by HTTP
record SecondaryOptions(
        WantedZones wanted,
        List<TsigKey> keys,
        Path state,
        List<ListenOption> listen,
        boolean openTransfers,
        List<KeyedServer> targets,
        HttpOptions http) {

    /// Copies the lists.
    SecondaryOptions {
        keys = List.copyOf(keys);
        listen = List.copyOf(listen);
        targets = List.copyOf(targets);
    }
}
