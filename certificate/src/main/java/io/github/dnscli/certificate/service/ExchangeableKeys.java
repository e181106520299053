package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.VerifiedChain;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Gives each handshake the newest certificate. A handshake asks thrice, for an alias, a chain and a key: what it is told by
/// that alias stays the same, also when the certificate is exchanged in between.
final class ExchangeableKeys extends X509ExtendedKeyManager {

    /// How many certificates handshakes that have begun can still ask for.
    private static final int REMEMBERED = 4;

    private record Entry(String alias, PrivateKey key, List<X509Certificate> chain) {

        boolean fits(@Nullable String keyType) {
            return keyType != null
                    && (keyType.equals(key.getAlgorithm())
                            || keyType.startsWith(key.getAlgorithm() + "_"));
        }
    }

    private volatile List<Entry> entries = List.of();
    private int count;

    /// Shows a chain from now on.
    synchronized void exchange(VerifiedChain chain, PrivateKey key) {
        var x509 = chain.certificates().stream().map(Certificate::x509).toList();
        var entry = new Entry("certificate-" + ++count, key, x509);
        entries = Stream.concat(Stream.of(entry), entries.stream()).limit(REMEMBERED).toList();
    }

    private @Nullable String aliasFor(@Nullable String keyType) {
        return entries.stream()
                .limit(1)
                .filter(entry -> entry.fits(keyType))
                .map(Entry::alias)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String aliasFor(String @Nullable [] keyTypes) {
        return keyTypes == null
                ? null
                : Stream.of(keyTypes)
                        .flatMap(type -> Optional.ofNullable(aliasFor(type)).stream())
                        .findFirst()
                        .orElse(null);
    }

    private String @Nullable [] aliasesFor(@Nullable String keyType) {
        var alias = aliasFor(keyType);
        return alias == null ? null : new String[] {alias};
    }

    private Optional<Entry> entry(@Nullable String alias) {
        return entries.stream().filter(entry -> entry.alias().equals(alias)).findFirst();
    }

    @Override
    public String @Nullable [] getServerAliases(
            @Nullable String keyType, Principal @Nullable [] issuers) {
        return aliasesFor(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(
            @Nullable String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return aliasFor(keyType);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            @Nullable String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return aliasFor(keyType);
    }

    @Override
    public String @Nullable [] getClientAliases(
            @Nullable String keyType, Principal @Nullable [] issuers) {
        return aliasesFor(keyType);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String @Nullable [] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return aliasFor(keyTypes);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String @Nullable [] keyTypes,
            Principal @Nullable [] issuers,
            @Nullable SSLEngine engine) {
        return aliasFor(keyTypes);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
        return entry(alias)
                .map(entry -> entry.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
        return entry(alias).map(Entry::key).orElse(null);
    }
}
