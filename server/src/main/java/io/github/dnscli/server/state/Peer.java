package io.github.dnscli.server.state;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Addresses;
import java.net.InetAddress;

/// Who sent a packet, and how.
///
/// @param address the sender's address
/// @param protocol the transport it used
public record Peer(InetAddress address, Protocol protocol) {

    /// How a packet came.
    public enum Protocol {
        /// A datagram: replies are bounded by what the client takes.
        UDP,
        /// A connection: replies are bounded by 65535 octets, and there may be several.
        TCP
    }

    /// {@return the address as people write it}
    @Override
    public String toString() {
        return Addresses.data(address).text(DomainName.ROOT);
    }
}
