package io.github.dnscli.server.socket;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Who counts as one client.
final class Sources {

    private static final int NETWORK_OCTETS = 8;

    private Sources() {}

    /// {@return an IPv4 address as it is; of an IPv6 address the network of 64 bits, which is what one host is given}
    static InetAddress network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] octets = address.getAddress();
        Arrays.fill(octets, NETWORK_OCTETS, octets.length, (byte) 0);
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(
                    "an address of " + octets.length + " octets", impossible);
        }
    }
}
