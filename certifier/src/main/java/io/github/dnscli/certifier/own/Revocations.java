package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.certifier.authority.CompromisedKeys;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was revoked, as it is kept: a text for each certificate, `revoked/ISSUER-CERTIFICATE`, both by serial number in
/// hexadecimal, so that processes which revoke at once do not get into each other's way; and the [CompromisedKeys].
///
/// @param state where they are kept
record Revocations(StateStore state) {

    private static final String FOLDER = "revoked";
    private static final int HEXADECIMAL = 16;

    private static String name(Issuer issuer, BigInteger serial) {
        return FOLDER + "/" + issuer.serialText() + "-" + serial.toString(HEXADECIMAL);
    }

    /// {@return what is known of a certificate's revocation, if it was revoked}
    Optional<RevokedCertificate> find(Issuer issuer, Certificate certificate) throws IOException {
        var serial = certificate.x509().getSerialNumber();
        return read(name(issuer, serial), serial);
    }

    /// {@return whether a certificate may have been revoked}: whether one of its serial number was, by whatever issuer
    boolean speakOf(Certificate certificate) throws IOException {
        String end = "-" + certificate.x509().getSerialNumber().toString(HEXADECIMAL);
        return state.names(FOLDER).stream().anyMatch(name -> name.endsWith(end));
    }

    private Optional<RevokedCertificate> read(String name, BigInteger serial) throws IOException {
        var text = state.read(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var revoked = RevokedCertificate.parse(serial, text.get());
        if (revoked.isEmpty()) {
            throw new IOException(
                    "a revocation by the private authority is damaged: '%s'; put it back from a copy, or remove it and revoke again"
                            .formatted(name));
        }
        return revoked;
    }

    /// Keeps that a certificate is revoked; if it was before, the reason and the time of then stay.
    void add(Issuer issuer, Certificate certificate, RevocationReason reason, Instant now)
            throws IOException {
        if (reason == RevocationReason.KEY_COMPROMISE) {
            new CompromisedKeys(state).add(certificate.publicKey(), now);
        }
        if (find(issuer, certificate).isEmpty()) {
            var revoked =
                    new RevokedCertificate(
                            certificate.x509().getSerialNumber(),
                            now.truncatedTo(ChronoUnit.SECONDS),
                            reason,
                            certificate.lifetime().notAfter());
            state.write(name(issuer, revoked.serial()), revoked.text());
        }
    }

    /// {@return whether somebody else may have the private part of a key}
    boolean isCompromised(SubjectPublicKey key) throws IOException {
        return new CompromisedKeys(state).contain(key);
    }

    /// {@return what an issuer revoked, by serial number as text}
    List<RevokedCertificate> of(Issuer issuer) throws IOException {
        String start = issuer.serialText() + "-";
        var all = new ArrayList<RevokedCertificate>();
        for (var name : state.names(FOLDER)) {
            if (name.startsWith(start)) {
                read(FOLDER + "/" + name, serial(name, start)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static BigInteger serial(String name, String start) throws IOException {
        try {
            return new BigInteger(name.substring(start.length()), HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw new IOException(
                    "'%s/%s' is no revocation by the private authority; move it away"
                            .formatted(FOLDER, name),
                    e);
        }
    }

    void forget(Issuer issuer, RevokedCertificate revoked) throws IOException {
        state.remove(name(issuer, revoked.serial()));
    }

    /// Forgets what has expired of what was revoked by issuers of whom nothing is known any more.
    void forgetExpired(List<Issuer> known, Instant now) throws IOException {
        var starts = known.stream().map(issuer -> issuer.serialText() + "-").toList();
        for (var name : state.names(FOLDER)) {
            if (starts.stream().noneMatch(name::startsWith) && hasExpired(name, now)) {
                state.remove(FOLDER + "/" + name);
            }
        }
    }

    private boolean hasExpired(String name, Instant now) throws IOException {
        return state.read(FOLDER + "/" + name)
                .flatMap(text -> RevokedCertificate.parse(BigInteger.ZERO, text))
                .filter(revoked -> now.isAfter(revoked.expires()))
                .isPresent();
    }
}
