package io.github.dnscli.common.transport;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/// Where a server listens.
///
/// @param address its address
/// @param port its port, 1 to 65535
public record ServerAddress(InetAddress address, int port) {

    /// The port of the DNS.
    public static final int DNS_PORT = 53;

    private static final int MAX_PORT = 0xffff;

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)](?::(.*))?");
    private static final Pattern WITH_HASH = Pattern.compile("([^#]*)#(.*)");
    private static final Pattern WITH_COLON = Pattern.compile("([^:]*):([^:]*)");

    /// Checks the range of the port.
    public ServerAddress {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is not in 1..65535");
        }
    }

    /// {@return the server that a text means}: `ADDRESS` or `NAME`, `#PORT` or `:PORT` behind it if need be, an IPv6
    /// address before `:PORT` in brackets; `@` in front is passed over. Only a name is looked up.
    ///
    /// @param defaultPort the port when the text names none
    /// @throws IOException if the name has no address
    public static ParsedServer parse(String text, int defaultPort) throws IOException {
        String bare = text.startsWith("@") ? text.substring(1) : text;
        for (var form : new Pattern[] {BRACKETED, WITH_HASH, WITH_COLON}) {
            var match = form.matcher(bare);
            if (match.matches()) {
                String port = match.group(2);
                return port == null
                        ? server(text, match.group(1), defaultPort)
                        : withPort(text, match.group(1), port);
            }
        }
        return server(text, bare, defaultPort);
    }

    private static ParsedServer withPort(String text, String host, String port) throws IOException {
        int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
        return number < 1 || number > MAX_PORT
                ? new ParsedServer.Invalid(
                        "server '%s': port '%s' is not in 1..65535".formatted(text, port))
                : server(text, host, number);
    }

    private static ParsedServer server(String text, String host, int port) throws IOException {
        try {
            return new ParsedServer.Valid(new ServerAddress(InetAddress.ofLiteral(host), port));
        } catch (IllegalArgumentException _) {
            return named(text, host, port);
        }
    }

    private static ParsedServer named(String text, String host, int port) throws IOException {
        boolean hostName =
                DomainName.parse(host, DomainName.ROOT) instanceof ParsedName.Valid(var name)
                        && name.isHostName()
                        && !name.isRoot();
        if (!hostName) {
            return new ParsedServer.Invalid(
                    "server '%s' is neither an address nor a host name".formatted(text));
        }
        try {
            return new ParsedServer.Valid(new ServerAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException _) {
            throw new UnknownHostException("server '%s' has no address".formatted(host));
        }
    }

    /// {@return `ADDRESS:PORT`, an IPv6 address in its short form and in brackets}
    public String display() {
        String text = Addresses.data(address).text();
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
    }

    /// {@return `ADDRESS#PORT`}
    @Override
    public String toString() {
        return address.getHostAddress() + "#" + port;
    }
}
