package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.acme.AcmeServer.Line;
import io.github.dnscli.certifier.authority.Failure.Kind;
import java.net.URI;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeServerException;

/// Opens accounts, and finds those that are open (RFC 8555 §7.3).
record Registration(AcmeSettings settings, Faults faults) {

    /// {@return the account of a key, opened if it is not yet}
    ///
    /// @throws AcmeException if the authority refuses or cannot be reached
    Access open(Line line, KeyPair keys) throws AcmeException {
        if (settings.externalAccount().isEmpty()) {
            return isExternalWanted(line) ? existingOrNone(line, keys) : create(line, plain(keys));
        }
        var account = settings.externalAccount().get();
        var secret = secret(account);
        return secret.isEmpty()
                ? new Access.Closed(badSecret(account))
                : create(line, bound(plain(keys), account, secret.get()));
    }

    private static boolean isExternalWanted(Line line) throws AcmeException {
        return line.ask(() -> line.session().getMetadata().isExternalAccountRequired());
    }

    private Access existingOrNone(Line line, KeyPair keys) throws AcmeException {
        var existing = existing(line, keys);
        return existing.isPresent()
                ? new Access.Open(existing.get())
                : new Access.Closed(externalWanted(line));
    }

    private Fault externalWanted(Line line) throws AcmeException {
        var site = line.ask(() -> line.session().getMetadata().getWebsite());
        return Fault.lasting(
                Kind.ACCOUNT,
                "%s opens accounts only for those who have one with it already: give '--eab-kid' and '--eab-hmac', which it hands out%s"
                        .formatted(faults.who(), site.map(url -> " at " + url).orElse("")));
    }

    private Access create(Line line, AccountBuilder builder) throws AcmeException {
        var login = line.ask(() -> builder.createLogin(line.session()));
        var shown = line.ask(() -> login.getAccount().getContacts());
        // Not all authorities show the contacts of an account that was there before.
        if (!shown.isEmpty()
                && !shown.stream().map(URI::toString).toList().equals(settings.contacts())) {
            tellContacts(line, login);
        }
        return new Access.Open(login);
    }

    private AccountBuilder plain(KeyPair keys) {
        var builder = new AccountBuilder().useKeyPair(keys).agreeToTermsOfService();
        settings.contacts().forEach(builder::addContact);
        return builder;
    }

    /// Binds to an external account, with HS256 whatever the length of the key: authorities mean no other.
    private static AccountBuilder bound(
            AccountBuilder builder, ExternalAccount account, SecretKey secret) {
        return builder.withKeyIdentifier(account.keyId(), secret).withMacAlgorithm("HS256");
    }

    private static Fault badSecret(ExternalAccount account) {
        return Fault.lasting(
                Kind.ACCOUNT,
                "the HMAC key of the %s is not base64url, as authorities hand it out"
                        .formatted(account));
    }

    private static Optional<SecretKey> secret(ExternalAccount account) {
        try {
            var text = account.secret().strip().replace('+', '-').replace('/', '_');
            byte[] octets = Base64.getUrlDecoder().decode(text);
            return octets.length == 0
                    ? Optional.empty()
                    : Optional.of(new SecretKeySpec(octets, "HMAC"));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Tells the authority how the holder of the account can be reached, if there is a way.
    void tellContacts(Line line, Login login) throws AcmeException {
        if (settings.contacts().isEmpty()) {
            return;
        }
        line.ask(
                () -> {
                    var edit = login.getAccount().modify();
                    edit.getContacts().clear();
                    settings.contacts().forEach(edit::addContact);
                    edit.commit();
                    return login;
                });
    }

    /// {@return the account of a key; empty if there is none}
    static Optional<Login> existing(Line line, KeyPair keys) throws AcmeException {
        try {
            var builder = new AccountBuilder().useKeyPair(keys).onlyExisting();
            return Optional.of(line.ask(() -> builder.createLogin(line.session())));
        } catch (AcmeServerException refused) {
            if (isUnknown(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// {@return whether the authority says that there is no such account}
    static boolean isUnknown(AcmeException exception) {
        return exception instanceof AcmeServerException refused
                && Problems.type(refused.getProblem()).equals("accountDoesNotExist");
    }
}
