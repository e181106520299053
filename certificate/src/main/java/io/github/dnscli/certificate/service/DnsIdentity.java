package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.VerifiedChain;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;

/// A service's private key and the certificate for it, which comes through the DNS and is replaced by itself.
///
/// If no good certificate stands in the DNS, and whenever one is due for renewal, the signing request is put there by a
/// signed UPDATE, at `_letsencrypt._tcp.HOST`, exactly as `ocertify` does. A certificate is used once it answers the request
/// and its chain leads to somebody trusted. A better one takes its place in [#sslContext()] without a restart: handshakes
/// that begin later show it, connections that stand go on. On trouble of any kind the certificate in use stays.
///
/// It works on a thread of its own, which does not keep the process alive, and ends with [#close()]; after that the last
/// certificate goes on to be shown. May be used by several threads at once.
public final class DnsIdentity implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DnsIdentity.class.getName());

    private final IdentityParts parts;
    private final IdentityKeeper keeper;
    private final ExchangeableKeys manager;
    private final SSLContext context;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition bell = lock.newCondition();
    private boolean rung;
    private boolean closed;

    private DnsIdentity(IdentityParts parts, IdentityKeeper keeper, ExchangeableKeys manager) {
        this.parts = parts;
        this.keeper = keeper;
        this.manager = manager;
        this.context = context(manager);
        this.thread =
                Thread.ofVirtual()
                        .name("dns-identity " + parts.hosts().getFirst().display())
                        .unstarted(this::run);
    }

    /// {@return the wishes for an identity}
    public static DnsIdentityBuilder builder() {
        return new DnsIdentityBuilder();
    }

    static DnsIdentity start(IdentityParts parts) throws IOException {
        var manager = new ExchangeableKeys();
        var keeper = new IdentityKeeper(parts, Credentials.kept(parts), manager);
        keeper.restore();
        var identity = new DnsIdentity(parts, keeper, manager);
        identity.thread.start();
        return identity;
    }

    private static SSLContext context(KeyManager manager) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {manager}, null, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has TLS", impossible);
        }
    }

    /// {@return what servers make their sockets of}; always the same, and always with the newest certificate. Until there is
    /// one, handshakes fail. As a client it trusts whom the Java platform trusts.
    public SSLContext sslContext() {
        return context;
    }

    /// {@return what gives handshakes the newest certificate}, for those who make a context of their own
    public X509ExtendedKeyManager keyManager() {
        return manager;
    }

    /// {@return the chain in use}; empty until there is one
    public Optional<VerifiedChain> chain() {
        return keeper.held();
    }

    /// Waits for a certificate.
    ///
    /// @param limit how long at most
    /// @return whether there is one
    /// @throws InterruptedException if the thread is interrupted meanwhile
    public boolean awaitReady(Duration limit) throws InterruptedException {
        return keeper.ready().await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Has the DNS looked at now, whatever pause was planned.
    public void look() {
        lock.lock();
        try {
            rung = true;
            bell.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Makes a new key and asks for a certificate for it, in place of the request before. Old key and certificate are used
    /// until the new certificate has come; then the new key is kept in place of the old one.
    ///
    /// @throws IllegalStateException if there is no key to sign updates with
    public void rollOver() {
        if (parts.key().isEmpty()) {
            throw new IllegalStateException("no key was given to ask for a certificate with");
        }
        keeper.rollOver(Credentials.create(parts.keyType(), parts.hosts(), parts.random()));
        look();
    }

    private void run() {
        while (!isClosed()) {
            var pause = turn();
            if (isRungWithin(pause)) {
                keeper.hurry();
            }
        }
    }

    private Duration turn() {
        try {
            return keeper.turn();
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "our bug, met when looking for a certificate", bug);
            return parts.settings().longestPause();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isRungWithin(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!rung && !closed && left > 0) {
                left = bell.awaitNanos(left);
            }
            boolean early = rung;
            rung = false;
            return early;
        } catch (InterruptedException _) {
            // Only closing interrupts.
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the looking. The certificate in use goes on to be shown.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            bell.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        try {
            thread.join(parts.settings().closing());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Shows names and server.
    @Override
    public String toString() {
        return "identity of '%s' by %s"
                .formatted(parts.hosts().getFirst().display(), parts.server().display());
    }
}
