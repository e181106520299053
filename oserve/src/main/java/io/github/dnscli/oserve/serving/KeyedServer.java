package io.github.dnscli.oserve.serving;

import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.state.NotifyTarget;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Another server, and the key that signs what is said to it: `SERVER` or `SERVER=KEYNAME`.
///
/// @param server the server
/// @param key the name of the key, if one is named
public record KeyedServer(ServerArgument server, Optional<DomainName> key) {

    /// {@return the server that a text means}
    ///
    /// @throws picocli.CommandLine.TypeConversionException if the name of the key is none
    public static KeyedServer parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new KeyedServer(new ServerArgument(text), Optional.empty())
                : new KeyedServer(
                        new ServerArgument(text.substring(0, equals)),
                        Optional.of(NameArgument.parse(text.substring(equals + 1))));
    }

    /// {@return where the server listens, its name looked up}
    ///
    /// @param port where it listens unless it says so itself
    /// @throws IOException if it has no address
    public ServerAddress address(int port) throws IOException {
        return switch (server.resolve(port)) {
            case ServerChoice.Chosen(var found) -> found;
            case ServerChoice.Absent _ -> throw new IllegalStateException("no server");
            case ServerChoice.Unusable(var problem) -> throw new IOException(problem);
        };
    }

    /// {@return the server as one that is told of changes}
    ///
    /// @param keys finds a key by its name
    /// @throws IOException if it has no address, or there is no such key
    public NotifyTarget target(Function<DomainName, Optional<TsigKey>> keys) throws IOException {
        var signer = key.flatMap(keys);
        if (key.isPresent() && signer.isEmpty()) {
            throw new IOException("no key file holds the key '" + key.get().display() + "'");
        }
        return new NotifyTarget(address(ServerAddress.DNS_PORT), signer);
    }
}
