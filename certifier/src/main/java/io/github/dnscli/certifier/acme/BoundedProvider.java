package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.Certificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.Connection;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.provider.GenericAcmeProvider;
import org.shredzone.acme4j.toolbox.JSON;

/// What all sessions with one authority share: whom its HTTPS is trusted by, the connections, and the directory, which acme4j
/// would read anew for every request if the authority says nothing of its age.
final class BoundedProvider extends GenericAcmeProvider {

    private static final Duration DIRECTORY_AGE = Duration.ofHours(1);

    private record Directory(JSON json, Instant expiry) {}

    private final List<Certificate> roots;
    private final InstantSource clock;
    private final Supplier<HttpClient> client;
    private final AtomicReference<Optional<Directory>> directory =
            new AtomicReference<>(Optional.empty());

    BoundedProvider(AcmeSettings settings, InstantSource clock) {
        this.roots = settings.roots();
        this.clock = clock;
        this.client = new Once<>(() -> newClient(settings.timeout()));
    }

    private HttpClient newClient(Duration timeout) {
        // One connection for each order at work is all that is gained by newer versions of HTTP,
        // and they start slower.
        var builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(timeout);
        return roots.isEmpty() ? builder.build() : builder.sslContext(trusting()).build();
    }

    private SSLContext trusting() {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var root : roots) {
                store.setCertificateEntry("root" + store.size(), root.x509());
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java platform has TLS", impossible);
        }
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        return client.get();
    }

    @Override
    public Connection connect(URI server, NetworkSettings settings, HttpClient http) {
        return new BoundedConnection(createHttpConnector(settings, http), clock);
    }

    /// {@return the directory if the session has none or an old one}
    @Override
    public @Nullable JSON directory(Session session, URI server) throws AcmeException {
        var now = clock.instant();
        var expiry = session.getDirectoryExpires();
        if (expiry != null && session.hasDirectory() && expiry.toInstant().isAfter(now)) {
            return null;
        }
        var kept = directory.get().filter(known -> known.expiry().isAfter(now));
        var current = kept.isPresent() ? kept.get() : read(session, server);
        session.setDirectoryExpires(current.expiry().atZone(ZoneOffset.UTC));
        return current.json();
    }

    private Directory read(Session session, URI server) throws AcmeException {
        try (var nonce = session.lockNonce();
                var connection =
                        connect(server, session.networkSettings(), session.getHttpClient())) {
            connection.sendRequest(resolve(server), session, null);
            connection.getNonce().ifPresent(nonce::setNonce);
            var read =
                    new Directory(
                            connection.readJsonResponse(), clock.instant().plus(DIRECTORY_AGE));
            directory.set(Optional.of(read));
            return read;
        }
    }
}
