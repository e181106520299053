package io.github.dnscli.otlsafetch;

import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The resolvers that this system asks: the lines `nameserver ADDRESS` of resolv.conf(5).
final class SystemResolver {

    private static final Pattern LINE = Pattern.compile("nameserver\\s+(\\S+).*");
    private static final int MOST = 3;

    private SystemResolver() {}

    /// {@return at most three servers in the order of the file; without any, the one on this machine}
    ///
    /// @throws IOException if the file is there and cannot be read
    static List<ServerAddress> servers(Path configuration, int port) throws IOException {
        var servers =
                SmallFile.readIfThere(configuration)
                        .orElse("")
                        .lines()
                        .flatMap(line -> address(line.strip()).stream())
                        .map(address -> new ServerAddress(address, port))
                        .limit(MOST)
                        .toList();
        return servers.isEmpty()
                ? List.of(new ServerAddress(InetAddress.getLoopbackAddress(), port))
                : servers;
    }

    private static Optional<InetAddress> address(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(match.group(1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
