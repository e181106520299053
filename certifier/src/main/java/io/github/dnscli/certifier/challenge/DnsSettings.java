package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.state.PortMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where proofs are written, and what is asked on the way there.
///
/// @param servers which take updates, each with the key for it; the first whose key speaks of the final name, and most
///     closely, is chosen; a key that speaks of no name is for all
/// @param zone the zone of the final name, where it shall not be asked for
/// @param resolvers who is asked about names that none of the servers has; none to ask nobody
/// @param nameServerPorts where name servers listen that proofs are looked for on
/// @param propagation how long proofs may take to reach all name servers; empty not to look
public record DnsSettings(
        List<PrimaryServer> servers,
        Optional<DomainName> zone,
        List<ServerAddress> resolvers,
        PortMap nameServerPorts,
        Optional<Duration> propagation) {

    /// How long proofs may take to reach all name servers, unless told otherwise.
    public static final Duration DEFAULT_PROPAGATION = Duration.ofMinutes(2);

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if there is no server
    public DnsSettings {
        servers = List.copyOf(servers);
        resolvers = List.copyOf(resolvers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("no server takes updates");
        }
    }
}
