package io.github.dnscli.certifier.acme;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;

/// The authority on the other side of the network. Nothing is sent before something is asked.
///
/// A session of acme4j has one nonce and one request at a time. So each order at work has a session of its own, and leaves it
/// to a later one; connections and the directory are shared.
final class AcmeServer {

    private final AcmeDirectory directory;
    private final Duration timeout;
    private final BoundedProvider provider;
    private final Queue<LimitedSession> free = new ConcurrentLinkedQueue<>();

    AcmeServer(AcmeSettings settings, InstantSource clock) {
        this.directory = settings.directory();
        this.timeout = settings.timeout();
        this.provider = new BoundedProvider(settings, clock);
    }

    /// A request, or several.
    @FunctionalInterface
    interface Request<T> {
        T make() throws AcmeException;
    }

    /// A session in use by one thread, until it is closed.
    final class Line implements AutoCloseable {

        private final LimitedSession session;
        private final Limit limit;

        private Line(LimitedSession session, Limit limit) {
            this.session = session;
            this.limit = limit;
            session.limit(limit);
        }

        Session session() {
            return session;
        }

        Limit limit() {
            return limit;
        }

        /// {@return what comes of requests, each waited for no longer than the settings and the limit say}
        ///
        /// @throws AcmeException also if acme4j cannot make sense of an answer
        <T> T ask(Request<T> request) throws AcmeException {
            try {
                return request.make();
            } catch (AcmeLazyLoadingException late) {
                throw late.getCause() instanceof AcmeException cause
                        ? cause
                        : new AcmeException(late.getMessage(), late);
            } catch (RuntimeException senseless) {
                // acme4j meets answers that it did not expect with exceptions of many kinds.
                throw new AcmeException(senseless.toString(), senseless);
            }
        }

        /// Leaves the session to the next.
        @Override
        public void close() {
            free.add(session);
        }
    }

    /// {@return a session for the time up to a limit}
    Line line(Limit limit) {
        var session = free.poll();
        return new Line(
                session == null ? new LimitedSession(directory.url(), provider, timeout) : session,
                limit);
    }

    @Override
    public String toString() {
        return "ACME authority '" + directory.name() + "'";
    }
}
