package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What an identity is made of.
///
/// @param hosts for whom; the first is the one at whose place the certificate comes
/// @param key signs updates; without one nothing is asked for
record IdentityParts(
        List<DomainName> hosts,
        ServerAddress server,
        Optional<TsigKey> key,
        KeyType keyType,
        IdentityStore store,
        TrustAnchors anchors,
        IdentitySettings settings,
        Consumer<IdentityEvent> listener,
        Transport transport,
        InstantSource clock,
        SecureRandom random) {

    /// {@return an exchange with the server}
    ///
    /// @throws IOException if it cannot be reached
    Exchange open() throws IOException {
        return Exchange.open(transport, server, settings.timeout(), clock, random);
    }
}
