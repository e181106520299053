package io.github.dnscli.certifier.acme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.security.KeyPair;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.connector.DefaultConnection;
import org.shredzone.acme4j.connector.HttpConnector;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.toolbox.JSONBuilder;

/// One request and its answer. Unlike what it extends, it waits for the whole answer no longer than it may, reads no more
/// than a megabyte, counts delays by our own clock, and leaves the interrupt of its thread in place.
final class BoundedConnection extends DefaultConnection {

    private static final int MAX_OCTETS = 1 << 20;

    /// acme4j tries a request ten times with ever new nonces; an authority that turns every other one down on purpose
    /// gets past that now and then.
    private static final int NONCE_ROUNDS = 2;

    /// No authority counts over a longer time; a mistake must not cost anybody a certificate.
    private static final Duration LONGEST_DELAY = Duration.ofDays(7);

    private final InstantSource clock;

    BoundedConnection(HttpConnector connector, InstantSource clock) {
        super(connector);
        this.clock = clock;
    }

    /// Forgets an answer that brought no nonce, so that the next can be asked for.
    @Override
    public void resetNonce(Session session) throws AcmeException {
        close();
        super.resetNonce(session);
    }

    @Override
    protected int sendSignedRequest(
            URL url,
            @Nullable JSONBuilder claims,
            Session session,
            KeyPair keys,
            @Nullable URL account,
            String accept)
            throws AcmeException {
        for (int round = 1; ; round++) {
            try {
                return super.sendSignedRequest(url, claims, session, keys, account, accept);
            } catch (AcmeServerException refused) {
                if (round == NONCE_ROUNDS
                        || !Problems.type(refused.getProblem()).equals("badNonce")) {
                    throw refused;
                }
                close();
            }
        }
    }

    @Override
    protected void sendRequest(Session session, URL url, Consumer<HttpRequest.Builder> shape)
            throws IOException {
        var builder =
                httpConnector
                        .createRequestBuilder(url)
                        .setHeader("User-Agent", "dns-cli " + HttpConnector.defaultUserAgent())
                        .header("Accept-Charset", "utf-8")
                        .header("Accept-Language", session.getLanguageHeader());
        shape.accept(builder);
        var answer = answer(builder, (LimitedSession) session);
        lastResponse = answer;
        if (isRefusal(answer)) {
            var retryAfter = getRetryAfter().orElse(null);
            close();
            throw new HttpRefusal(answer.statusCode(), retryAfter);
        }
    }

    /// Asks once more where the other side hangs up without an answer, as it may do on a connection that was kept for the next
    /// request. If it has heard the first time, it turns the second one down because of its nonce.
    private HttpResponse<InputStream> answer(HttpRequest.Builder builder, LimitedSession session)
            throws IOException {
        try {
            return once(builder, session);
        } catch (HttpTimeoutException
                | InterruptedIOException
                | ConnectException
                | SSLException failure) {
            throw failure;
        } catch (IOException _) {
            return once(builder, session);
        }
    }

    private HttpResponse<InputStream> once(HttpRequest.Builder builder, LimitedSession session)
            throws IOException {
        var patience = session.patience();
        var request = builder.timeout(patience).build();
        return await(httpClient.sendAsync(request, BoundedConnection::body), patience);
    }

    private static HttpResponse.BodySubscriber<InputStream> body(HttpResponse.ResponseInfo info) {
        return BodySubscribers.mapping(
                BodySubscribers.limiting(BodySubscribers.ofByteArray(), MAX_OCTETS),
                ByteArrayInputStream::new);
    }

    private static HttpResponse<InputStream> await(
            CompletableFuture<HttpResponse<InputStream>> answer, Duration time) throws IOException {
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + time.toMillis() + " ms");
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException failure
                    ? failure
                    : new IOException(failed.getCause());
        }
    }

    private static boolean isRefusal(HttpResponse<?> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return HttpRefusal.isError(answer.statusCode())
                && !type.startsWith("application/problem+json");
    }

    /// {@return when to ask again, as far as that is said and can be understood (RFC 9110 §10.2.3); in a week at the latest}
    @Override
    public Optional<Instant> getRetryAfter() {
        return Optional.ofNullable(lastResponse)
                .flatMap(answer -> answer.headers().firstValue("Retry-After"))
                .flatMap(text -> retryAfter(text.strip()))
                .map(this::bounded);
    }

    private Instant bounded(Instant wanted) {
        var latest = clock.instant().plus(LONGEST_DELAY);
        return wanted.isAfter(latest) ? latest : wanted;
    }

    private Optional<Instant> retryAfter(String text) {
        try {
            return text.matches("[0-9]{1,9}")
                    ? Optional.of(clock.instant().plusSeconds(Long.parseLong(text)))
                    : Optional.of(
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
