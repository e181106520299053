package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.certifier.acme.AcmeServer.Line;
import io.github.dnscli.certifier.authority.Failure.Kind;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.security.KeyPair;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeNetworkException;

/// The account with an authority: found in the state, or opened when it is needed first. What the state says is read anew
/// each time, since another process may have changed the key.
final class Accounts {

    private static final String KEY_GIVEN =
            "the account key was given by '--account-key'; only a key that is kept in the state can be changed";

    private static final String NO_ACCOUNT =
            "there is no account with this authority in the state; one is opened when a certificate is ordered";

    private final AcmeSettings settings;
    private final AccountBook book;
    private final Registration registration;
    private final ReentrantLock lock = new ReentrantLock();

    Accounts(AcmeSettings settings, AccountBook book, Faults faults) {
        this.settings = settings;
        this.book = book;
        this.registration = new Registration(settings, faults);
    }

    /// {@return the account, opened if there is none}
    ///
    /// @throws AcmeException if the authority refuses or cannot be reached
    /// @throws IOException if the state cannot be read or written
    Access access(Line line) throws AcmeException, IOException, InterruptedException {
        enter(line);
        try {
            var key = key(line);
            var keys = AccountKeys.pair(key);
            return keys.isEmpty() ? new Access.Closed(useless(key)) : access(line, key, keys.get());
        } finally {
            lock.unlock();
        }
    }

    /// Lets one thread in, so that no second account is opened meanwhile.
    private void enter(Line line) throws AcmeException, InterruptedException {
        if (!lock.tryLock(line.limit().remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new AcmeNetworkException(new HttpTimeoutException("another order waits longer"));
        }
    }

    private CertificateKey key(Line line) throws AcmeException, IOException {
        if (settings.accountKey().isPresent()) {
            return settings.accountKey().get();
        }
        settle(line);
        var kept = book.key();
        if (kept.isPresent()) {
            return kept.get();
        }
        var fresh = AccountKeys.generate(settings);
        if (AccountKeys.pair(fresh).isPresent()) {
            book.keepKey(fresh);
        }
        return fresh;
    }

    private static Fault useless(CertificateKey key) {
        return Fault.lasting(
                Kind.ACCOUNT,
                "an account key of type '%s' cannot be used; use one of type 'p256', 'p384', 'p521' or 'rsa'"
                        .formatted(key.type()));
    }

    private Access access(Line line, CertificateKey key, KeyPair keys)
            throws AcmeException, IOException {
        var entry = book.entry(key);
        if (entry.isEmpty()) {
            return kept(registration.open(line, keys), key);
        }
        var login = line.session().login(entry.get().url(), keys);
        if (!entry.get().contacts().equals(settings.contacts())) {
            registration.tellContacts(line, login);
            keep(login, key);
        }
        return new Access.Open(login);
    }

    private Access kept(Access access, CertificateKey key) throws IOException {
        if (access instanceof Access.Open(var login)) {
            keep(login, key);
        }
        return access;
    }

    private void keep(Login login, CertificateKey key) throws IOException {
        book.keepEntry(login.getAccountLocation(), key, settings.contacts());
    }

    /// {@return the public key that the account has, if that is kept in the state}
    Optional<SubjectPublicKey> keptKey() throws IOException {
        return settings.accountKey().isPresent()
                ? Optional.empty()
                : book.key().map(CertificateKey::publicKey);
    }

    /// Forgets where the account is, since the authority knows nothing of it any more. The key stays.
    void forget() throws IOException {
        book.forgetEntry();
    }

    /// Finds out which key the account has, if a change of it came to its end unseen.
    private void settle(Line line) throws AcmeException, IOException {
        var next = book.nextKey();
        if (next.isEmpty()) {
            return;
        }
        var keys = AccountKeys.pair(next.get());
        var login =
                keys.isPresent()
                        ? Registration.existing(line, keys.get())
                        : Optional.<Login>empty();
        if (login.isPresent()) {
            adopt(next.get(), login.get());
        } else {
            book.forgetNextKey();
        }
    }

    private void adopt(CertificateKey key, Login login) throws IOException {
        book.keepKey(key);
        keep(login, key);
        book.forgetNextKey();
    }

    /// Gives the account a new key. Both are kept until it is certain which of the two it has.
    ///
    /// @throws AcmeException if the authority refuses or cannot be reached
    /// @throws IOException if the state cannot be read or written
    KeyRollover rollOver(Line line) throws AcmeException, IOException, InterruptedException {
        if (settings.accountKey().isPresent()) {
            return new KeyRollover.Refused(KEY_GIVEN);
        }
        if (book.key().isEmpty() && book.nextKey().isEmpty()) {
            return new KeyRollover.Refused(NO_ACCOUNT);
        }
        enter(line);
        try {
            return switch (access(line)) {
                case Access.Closed(var fault) -> refused(fault);
                case Access.Open(var login) -> rollOver(line, login);
            };
        } finally {
            lock.unlock();
        }
    }

    private static KeyRollover refused(Fault fault) {
        return new KeyRollover.Refused(fault.failure().problem());
    }

    private KeyRollover rollOver(Line line, Login login) throws AcmeException, IOException {
        var next = AccountKeys.generate(settings);
        var keys = AccountKeys.pair(next);
        if (keys.isEmpty()) {
            return refused(useless(next));
        }
        book.keepNextKey(next);
        line.ask(
                () -> {
                    login.getAccount().changeKey(keys.get());
                    return login;
                });
        adopt(next, login);
        return new KeyRollover.Changed(login.getAccountLocation().toString());
    }
}
