package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/// Connections of the JDK's for https. Remembers the last one, which knows more of an answer than exceptions tell.
final class HttpConnections implements HttpConnectionFactory {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final HttpConnectionFactory connections = new JDKHttpConnectionFactory();
    private final Optional<TrustManager[]> trust;
    private Optional<HttpConnection> last = Optional.empty();

    /// Makes connections.
    ///
    /// @param trust whom to trust; empty for whom the Java runtime does
    HttpConnections(Optional<TrustManager[]> trust) {
        this.trust = trust;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return prepared(connections.create(url));
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return prepared(connections.create(url, proxy));
    }

    private HttpConnection prepared(HttpConnection connection) throws IOException {
        if (trust.isPresent() && "https".equals(connection.getURL().getProtocol())) {
            try {
                connection.configure(null, trust.get(), null);
            } catch (GeneralSecurityException unusable) {
                throw new IOException("TLS cannot be used", unusable);
            }
        }
        last = Optional.of(connection);
        return connection;
    }

    /// The status of the last answer; 0 if there was none.
    int status() {
        try {
            return last.isPresent() ? last.get().getResponseCode() : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    /// When the last answer wants the next question, from now (RFC 9110 §10.2.3).
    Optional<Duration> pause() {
        return last.map(connection -> connection.getHeaderField("Retry-After"))
                .flatMap(HttpConnections::pause)
                .filter(Duration::isPositive)
                .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private static Optional<Duration> pause(String field) {
        try {
            return Optional.of(
                    field.chars().allMatch(Character::isDigit)
                            ? Duration.ofSeconds(Long.parseLong(field))
                            : Duration.between(
                                    Instant.now(),
                                    Instant.from(
                                            DateTimeFormatter.RFC_1123_DATE_TIME.parse(field))));
        } catch (NumberFormatException | DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
