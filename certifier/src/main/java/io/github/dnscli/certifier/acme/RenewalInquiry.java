package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.acme.AcmeServer.Line;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.shredzone.acme4j.connector.Connection;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.toolbox.AcmeUtils;
import org.shredzone.acme4j.toolbox.JSON;

/// Asks an authority when a certificate is to be renewed (RFC 9773). No account is needed.
record RenewalInquiry(Line line, InstantSource clock) {

    /// What RFC 9773 §4.3.3 recommends if the authority does not say.
    private static final Duration USUAL = Duration.ofHours(6);

    private static final Duration SOONEST = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofDays(1);

    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";

    /// {@return whether the authority can know the certificate by an identifier (RFC 9773 §4.1)}
    static boolean hasId(Certificate leaf) {
        if (leaf.x509().getExtensionValue(AUTHORITY_KEY_IDENTIFIER) == null) {
            return false;
        }
        try {
            return !AcmeUtils.getRenewalUniqueIdentifier(leaf.x509()).isEmpty();
        } catch (RuntimeException _) {
            // The extension has no key identifier, or is not well formed.
            return false;
        }
    }

    /// {@return what the authority says; empty if it says nothing about this certificate, or about any}
    ///
    /// @throws AcmeException if it refuses or cannot be reached
    Optional<RenewalAdvice> ask(Certificate leaf) throws AcmeException {
        var base = line.ask(() -> line.session().resourceUrlOptional(Resource.RENEWAL_INFO));
        if (base.isEmpty() || !hasId(leaf)) {
            return Optional.empty();
        }
        var start = base.get().toString();
        var url =
                start
                        + (start.endsWith("/") ? "" : "/")
                        + AcmeUtils.getRenewalUniqueIdentifier(leaf.x509());
        return line.ask(
                () -> {
                    try (var connection = line.session().connect()) {
                        connection.sendRequest(URI.create(url).toURL(), line.session(), null);
                        return Optional.of(advice(connection));
                    } catch (MalformedURLException odd) {
                        throw new AcmeException("a URL that is none: " + url, odd);
                    }
                });
    }

    private RenewalAdvice advice(Connection connection) throws AcmeException {
        var said = connection.readJsonResponse();
        var window = said.get("suggestedWindow").asObject();
        return new RenewalAdvice(
                window.get("start").asInstant(),
                window.get("end").asInstant(),
                explanation(said),
                askAgain(connection.getRetryAfter()));
    }

    private static Optional<URI> explanation(JSON said) {
        try {
            return said.get("explanationURL").map(url -> URI.create(url.asString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Instant askAgain(Optional<Instant> said) {
        var now = clock.instant();
        var wanted = said.orElse(now.plus(USUAL));
        var soonest = now.plus(SOONEST);
        var latest = now.plus(LATEST);
        if (wanted.isBefore(soonest)) {
            return soonest;
        }
        return wanted.isAfter(latest) ? latest : wanted;
    }
}
