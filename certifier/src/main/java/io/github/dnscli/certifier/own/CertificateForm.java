package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Lifetime;
import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.common.name.DomainName;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/// What a certificate shall say.
///
/// @param role what it is good for
/// @param commonName of whom; empty for a certificate without a subject
/// @param key for which key
/// @param serial greater than zero, at most 20 octets (RFC 5280 §4.1.2.2)
/// @param lifetime when it is valid, in whole seconds
record CertificateForm(
        Role role, String commonName, SubjectPublicKey key, BigInteger serial, Lifetime lifetime) {

    private static final Duration MAX_BACKDATE = Duration.ofHours(1);
    private static final int SERIAL_BITS = 128;

    /// What a certificate is good for.
    sealed interface Role {

        /// To issue intermediates.
        record Root() implements Role {}

        /// To issue certificates of services, and nothing that issues in turn.
        ///
        /// @param permitted for which names
        record Intermediate(PermittedNames permitted) implements Role {}

        /// To stand for hosts.
        ///
        /// @param names at least one
        record Service(List<DomainName> names) implements Role {}
    }

    /// {@return 128 random bits, never zero}
    static BigInteger newSerial(SecureRandom random) {
        var serial = new BigInteger(SERIAL_BITS, random);
        return serial.signum() == 0 ? newSerial(random) : serial;
    }

    /// {@return a word that tells authorities apart by their names, as programs do that look for an issuer}
    static String mark(SubjectPublicKey key) {
        return HexFormat.of().formatHex(key.sha256(), 0, 4);
    }

    /// {@return a lifetime that begins a little earlier than now, for clocks that are behind: an hour, or the twelfth part
    /// of a short one}
    static Lifetime lasting(Instant now, Duration length) {
        var twelfth = length.dividedBy(12);
        var early = twelfth.compareTo(MAX_BACKDATE) < 0 ? twelfth : MAX_BACKDATE;
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Lifetime(
                second.minus(early).truncatedTo(ChronoUnit.SECONDS), second.plus(length));
    }

    /// {@return the same, cut where the issuer ends: nothing may outlive it}
    CertificateForm within(Issuer issuer) {
        var end = issuer.certificate().lifetime().notAfter();
        return lifetime.notAfter().isAfter(end)
                ? new CertificateForm(
                        role, commonName, key, serial, new Lifetime(lifetime.notBefore(), end))
                : this;
    }
}
