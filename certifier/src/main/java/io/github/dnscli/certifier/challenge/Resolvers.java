package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.transport.ServerAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// The resolvers that a system uses.
public final class Resolvers {

    /// More are passed over by the system, too.
    private static final int MOST = 3;

    private Resolvers() {}

    /// {@return the servers in the lines `nameserver ADDRESS` of a text like that of `/etc/resolv.conf`}: the first three,
    /// at port 53; lines that name no address are passed over, as the system does
    public static List<ServerAddress> of(String resolvConf) {
        return resolvConf
                .lines()
                .map(line -> line.strip().split("[ \t]+"))
                .filter(words -> words.length > 1 && words[0].equals("nameserver"))
                .flatMap(words -> address(words[1]).stream())
                .limit(MOST)
                .map(address -> new ServerAddress(address, ServerAddress.DNS_PORT))
                .toList();
    }

    private static Optional<InetAddress> address(String word) {
        try {
            return Optional.of(InetAddress.ofLiteral(word));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
