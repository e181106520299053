package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.name.DomainName;

/// Where the proof for a name is written.
///
/// @param chain how the name where the authority looks leads to the name that is written to
/// @param zone the zone of the final name
/// @param server who takes updates of it, and by which key
public record Destination(AliasChain chain, DomainName zone, PrimaryServer server) {

    /// {@return the name that is written to}
    public DomainName owner() {
        return chain.end();
    }

    /// {@return all that was decided, for people}
    public String text() {
        return "%s in zone '%s' at server %s by key '%s'"
                .formatted(
                        chain.text(),
                        zone.display(),
                        server.address(),
                        server.key().name().display());
    }
}
