package io.github.dnscli.common.transport;

import java.io.IOException;
import java.net.InetAddress;

/// Where a server listens.
///
/// @param address its address
/// @param port its port
public record ServerAddress(InetAddress address, int port) {

    /// {@return the server that a text means, its name looked up}
    ///
    /// @throws IOException if the name has no address
    public static ParsedServer parse(String text, int defaultPort) throws IOException {
        String bare = text.startsWith("@") ? text.substring(1) : text;
        int hash = bare.indexOf('#');
        String host = hash < 0 ? bare : bare.substring(0, hash);
        if (host.isEmpty() || (hash >= 0 && !bare.substring(hash + 1).matches("[1-6]?\\d{1,4}"))) {
            return new ParsedServer.Invalid("'" + text + "' is not a server");
        }
        int port = hash < 0 ? defaultPort : Integer.parseInt(bare.substring(hash + 1));
        return new ParsedServer.Valid(new ServerAddress(InetAddress.getByName(host), port));
    }
}
