package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.LoadedAnchors;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TrustAnchorSearch;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The wishes for a [DnsIdentity]. A server and a host are needed. Without more it asks for nothing, keeps its key in memory,
/// and trusts whom the system trusts.
public final class DnsIdentityBuilder {

    private interface AnchorSource {
        LoadedAnchors load() throws IOException;
    }

    private final List<DomainName> hosts = new ArrayList<>();
    private Optional<ServerAddress> server = Optional.empty();
    private Optional<TsigKey> key = Optional.empty();
    private KeyType keyType = KeyType.P256;
    private IdentityStore store = IdentityStore.inMemory();
    private AnchorSource anchors = () -> TrustAnchorSearch.ofSystem().find(System.getenv());
    private IdentitySettings settings = IdentitySettings.DEFAULT;
    private Consumer<IdentityEvent> listener = _ -> {};
    private Transport transport = Transport.TCP;
    private InstantSource clock = InstantSource.system();

    DnsIdentityBuilder() {}

    /// Adds a host or a wildcard the certificate shall be for. The first one is the one at whose place the certificate comes.
    ///
    /// @throws IllegalArgumentException if it is too long to have a place, or the root
    public DnsIdentityBuilder host(DomainName host) {
        var problem =
                host.isRoot() ? Optional.of("the root is no host") : ServiceName.problem(host);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        hosts.add(host);
        return this;
    }

    /// Adds a host or a wildcard, such as `www.example.com` or `*.example.com`.
    ///
    /// @throws IllegalArgumentException if it is no name, or none that can have a place
    public DnsIdentityBuilder host(String host) {
        return host(DomainName.of(host));
    }

    /// Asks a server: one that has the zones of the hosts and takes updates of them.
    public DnsIdentityBuilder server(ServerAddress address) {
        server = Optional.of(address);
        return this;
    }

    /// Asks a server by its address, such as `192.0.2.53`.
    ///
    /// @throws IllegalArgumentException if that is no address, or the port is not in 1 to 65535
    public DnsIdentityBuilder server(String address, int port) {
        return server(new ServerAddress(InetAddress.ofLiteral(address), port));
    }

    /// Signs updates with a key. Without one, somebody else has to put the request into the DNS.
    public DnsIdentityBuilder key(TsigKey tsigKey) {
        key = Optional.of(tsigKey);
        return this;
    }

    /// Signs updates with a key, written `NAME:ALGORITHM:BASE64`.
    ///
    /// @throws IllegalArgumentException if it is none; the message does not show the secret
    public DnsIdentityBuilder key(String text) {
        return switch (KeyText.parse(text)) {
            case ParsedKey.Valid(var tsigKey) -> key(tsigKey);
            case ParsedKey.Invalid(var problem) -> throw new IllegalArgumentException(problem);
        };
    }

    /// Makes a private key of this type, if none is kept yet. Without this, on P-256.
    public DnsIdentityBuilder keyType(KeyType type) {
        keyType = type;
        return this;
    }

    /// Keeps the private key and the last certificate in a store.
    public DnsIdentityBuilder store(IdentityStore identityStore) {
        store = identityStore;
        return this;
    }

    /// Trusts the authorities at hand.
    public DnsIdentityBuilder trust(TrustAnchors trusted) {
        anchors = () -> new LoadedAnchors.Loaded(trusted);
        return this;
    }

    /// Trusts the authorities in a PEM file, such as the root of a private one.
    public DnsIdentityBuilder trust(Path file) {
        anchors = () -> TrustAnchorSearch.ofFile(file);
        return this;
    }

    /// Waits as long as these settings say.
    public DnsIdentityBuilder settings(IdentitySettings times) {
        settings = times;
        return this;
    }

    /// Tells what happens. The listener is called by the thread that looks at the DNS, and holds it up.
    public DnsIdentityBuilder listener(Consumer<IdentityEvent> hearer) {
        listener = hearer;
        return this;
    }

    /// Takes another way to the server than TCP.
    public DnsIdentityBuilder transport(Transport way) {
        transport = way;
        return this;
    }

    /// Takes the time from a clock: that of signatures and of certificates.
    public DnsIdentityBuilder clock(InstantSource time) {
        clock = time;
        return this;
    }

    /// Reads what is kept, makes a key if there is none, and begins to look at the DNS. It does not wait for the server:
    /// that may be away. What a listener hears of the kept certificate it hears before this returns.
    ///
    /// @return the identity; with the kept certificate, if that is still good
    /// @throws IOException if the store or the trust anchors cannot be read, or the key cannot be kept
    /// @throws IllegalStateException if there is no server or no host
    public DnsIdentity start() throws IOException {
        if (hosts.isEmpty()) {
            throw new IllegalStateException("an identity without a host");
        }
        var address =
                server.orElseThrow(() -> new IllegalStateException("an identity without a server"));
        return DnsIdentity.start(
                new IdentityParts(
                        List.copyOf(hosts),
                        address,
                        key,
                        keyType,
                        store,
                        loadedAnchors(),
                        settings,
                        new GuardedListener(listener),
                        transport,
                        clock,
                        new SecureRandom()));
    }

    private TrustAnchors loadedAnchors() throws IOException {
        return switch (anchors.load()) {
            case LoadedAnchors.Loaded(var loaded) -> loaded;
            case LoadedAnchors.Unusable(var problem) -> throw new IOException(problem);
        };
    }
}
