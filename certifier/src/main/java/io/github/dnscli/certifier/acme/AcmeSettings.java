package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.KeyType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How to deal with an authority that speaks ACME.
///
/// @param directory where it begins
/// @param roots the certificates to trust its HTTPS by; none for those of the Java platform
/// @param accountKey the key of the account; empty to have one made and kept
/// @param accountKeyType of which type, if one is made
/// @param accountKeyBits how many bits an RSA key has, if one is made
/// @param contacts where the authority can reach the holder of the account, such as `mailto:hostmaster@example.com`
/// @param externalAccount the account that ours is bound to
/// @param profile what kind of certificate is wanted, by the authority's own word
/// @param preferredChain a part of the name of an issuer: a chain that it is the uppermost issuer of is preferred
/// @param timeout how long to wait for each answer
/// @param ordersAtOnce how many orders to work on at the same time, 1 or more
public record AcmeSettings(
        AcmeDirectory directory,
        List<Certificate> roots,
        Optional<CertificateKey> accountKey,
        KeyType accountKeyType,
        int accountKeyBits,
        List<String> contacts,
        Optional<ExternalAccount> externalAccount,
        Optional<String> profile,
        Optional<String> preferredChain,
        Duration timeout,
        int ordersAtOnce) {

    /// Copies the lists.
    public AcmeSettings {
        roots = List.copyOf(roots);
        contacts = List.copyOf(contacts);
    }

    /// {@return the usual way to deal with an authority}: a key on P-256, no contact, 30 s for each answer, 8 orders at once
    public static AcmeSettings of(AcmeDirectory directory) {
        return new AcmeSettings(
                directory,
                List.of(),
                Optional.empty(),
                KeyType.P256,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30),
                8);
    }
}
