package io.github.dnscli.oserve.primary;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.oserve.serving.KeyedServer;
import io.github.dnscli.oserve.serving.ListenOption;
import java.nio.file.Path;
import java.util.List;

/// What the user wants of a primary server.
///
/// @param zones the folder of zone files
/// @param listen where to listen; at least one address
/// @param keyFiles key files outside the folder
/// @param rights what keys may do beyond what their names say
/// @param serials how the serial of a zone moves with an update
/// @param openTransfers whether anybody may fetch whole zones
/// @param targets servers to tell of every change
/// @param nameServerPort the port at which the name servers of each zone are told of its changes; 0 not to tell them
record PrimaryOptions(
        Path zones,
        List<ListenOption> listen,
        List<Path> keyFiles,
        KeyRights rights,
        SerialPolicy serials,
        boolean openTransfers,
        List<KeyedServer> targets,
        int nameServerPort) {

    /// Copies the lists.
    PrimaryOptions {
        listen = List.copyOf(listen);
        keyFiles = List.copyOf(keyFiles);
        targets = List.copyOf(targets);
    }
}
