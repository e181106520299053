package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.TransferKeyName;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.state.PortMap;
import java.util.HashMap;
import java.util.Map;

/// The secondaries that the names of keys name, `P.P.P.P.S.S.S.S._transfer.ZONE`, by zone; under the root those that
/// fetch all zones.
///
/// @param keys what was read
/// @param byZone what the names say
record KeyedSecondaries(
        Map<DomainName, TsigKey> keys, Map<DomainName, Map<ServerAddress, TsigKey>> byZone) {

    static final KeyedSecondaries NONE = new KeyedSecondaries(Map.of(), Map.of());

    static KeyedSecondaries of(Map<DomainName, TsigKey> keys, PortMap ports) {
        var byZone = new HashMap<DomainName, Map<ServerAddress, TsigKey>>();
        for (var key : keys.values()) {
            TransferKeyName.of(key.name())
                    .ifPresent(
                            said ->
                                    said.secondary().stream()
                                            .flatMap(address -> ports.server(address).stream())
                                            .forEach(
                                                    server ->
                                                            byZone.computeIfAbsent(
                                                                            said.zone(),
                                                                            _ -> new HashMap<>())
                                                                    .put(server, key)));
        }
        return new KeyedSecondaries(keys, byZone);
    }

    /// {@return those that fetch a zone, with the key each expects}
    Map<ServerAddress, TsigKey> of(DomainName zone) {
        var servers = new HashMap<>(byZone.getOrDefault(DomainName.ROOT, Map.of()));
        servers.putAll(byZone.getOrDefault(zone, Map.of()));
        return servers;
    }
}
