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

/// A server to be told of changes, as `SERVER` or `SERVER=KEYNAME`.
///
/// @param server the server
/// @param key the name of the key that signs, one of the key files'
public record NotifyWish(ServerArgument server, Optional<DomainName> key) {

    /// {@return the wish that a text means}
    ///
    /// @throws picocli.CommandLine.TypeConversionException if the name of the key is none
    public static NotifyWish parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new NotifyWish(new ServerArgument(text), Optional.empty())
                : new NotifyWish(
                        new ServerArgument(text.substring(0, equals)),
                        Optional.of(NameArgument.parse(text.substring(equals + 1))));
    }

    /// {@return the server to be told, its name looked up}
    ///
    /// @param keys finds a key by its name
    /// @throws IOException if it has no address, or there is no such key
    public NotifyTarget target(Function<DomainName, Optional<TsigKey>> keys) throws IOException {
        var address =
                switch (server.resolve(ServerAddress.DNS_PORT)) {
                    case ServerChoice.Chosen(var found) -> found;
                    case ServerChoice.Absent _ -> throw new IllegalStateException("no server");
                    case ServerChoice.Unusable(var problem) -> throw new IOException(problem);
                };
        var signer = key.flatMap(keys);
        if (key.isPresent() && signer.isEmpty()) {
            throw new IOException("no key file holds the key '" + key.get().display() + "'");
        }
        return new NotifyTarget(address, signer);
    }
}
