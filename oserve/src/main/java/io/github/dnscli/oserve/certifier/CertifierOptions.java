package io.github.dnscli.oserve.certifier;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What the user wants of a certifier.
///
/// @param server where the zones are read and written
/// @param key what signs all that is said to the server
/// @param zones the zones to watch; at least one
/// @param state the folder of the private authority
/// @param interval how long to pause between two looks
/// @param lifetime how long certificates last
/// @param timeout how long to wait for each reply
/// @param stay whether to go on after all that is to be done is done
record CertifierOptions(
        ServerAddress server,
        TsigKey key,
        List<DomainName> zones,
        Path state,
        Duration interval,
        Duration lifetime,
        Duration timeout,
        boolean stay) {

    /// Copies the list.
    CertifierOptions {
        zones = List.copyOf(zones);
    }
}
