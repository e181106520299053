package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// A repository that is reached by https.
final class HttpLine implements Line {

    private final TransportHttp transport;
    private final HttpConnections connections;
    private final HttpLogin login;

    private HttpLine(TransportHttp transport, HttpConnections connections, HttpLogin login) {
        this.transport = transport;
        this.connections = connections;
        this.login = login;
    }

    static HttpLine open(Repository repository, URIish uri, RemoteAccess access)
            throws IOException {
        var transport = (TransportHttp) Transport.open(repository, uri);
        var trust =
                access.authorities().isPresent()
                        ? Optional.of(Authorities.trusting(access.authorities().get().find()))
                        : Optional.<TrustManager[]>empty();
        var connections = new HttpConnections(trust);
        transport.setHttpConnectionFactory(connections);
        var login = HttpLogin.of(uri, access.credentials());
        transport.setCredentialsProvider(login);
        return new HttpLine(transport, connections, login);
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Optional<String> reason(Throwable failure) {
        return Causes.first(failure, SSLException.class)
                .map(HttpLine::distrust)
                .or(() -> Optional.ofNullable(refusal(connections.status())));
    }

    private static String distrust(SSLException failure) {
        return "its certificate is not trusted (%s); authorities of your own are given by --remote-ca FILE"
                .formatted(Explanation.words(failure));
    }

    private @Nullable String refusal(int status) {
        return switch (status) {
            case 401 ->
                    login.isKnown()
                            ? "it does not accept the user and password (401)"
                            : "it asks for a user and password (401): give them by --remote-credentials FILE or in ~/.netrc";
            case 403 -> "it does not permit this to us (403)";
            case 404 -> "there is no such repository (404), or none that we may see";
            case 429 -> "it has been asked too often (429)" + later();
            default ->
                    status >= 500
                            ? "it has trouble of its own (%s)%s".formatted(status, later())
                            : null;
        };
    }

    private String later() {
        return pause().map(
                        pause ->
                                ", and wants to be asked again in %s s"
                                        .formatted(pause.toSeconds()))
                .orElse("");
    }

    @Override
    public Optional<Duration> pause() {
        return connections.pause();
    }
}
