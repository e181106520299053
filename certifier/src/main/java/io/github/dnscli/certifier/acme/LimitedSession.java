package io.github.dnscli.certifier.acme;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.provider.AcmeProvider;

/// A session in which no answer is waited for beyond a limit, which is another for each order it is used for.
final class LimitedSession extends Session {

    private final Duration timeout;
    private volatile Limit limit;

    LimitedSession(URI directory, AcmeProvider provider, Duration timeout) {
        super(directory, provider);
        this.timeout = timeout;
        this.limit = Limit.in(timeout);
        setLocale(Locale.ENGLISH);
        // An answer that unpacks to any size would not be bounded.
        networkSettings().setCompressionEnabled(false);
    }

    void limit(Limit next) {
        limit = next;
    }

    /// {@return how long to wait for the next answer}
    Duration patience() {
        return limit.atMost(timeout);
    }
}
