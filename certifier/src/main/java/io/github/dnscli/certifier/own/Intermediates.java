package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certifier.own.CertificateForm.Role;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Chooses the intermediate that issues, and makes a new one when there is none that may.
final class Intermediates {

    private static final Duration LIFETIME = Duration.ofDays(365);

    /// How often to see whether zones have gone, where nothing else makes one look.
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Issuers issuers;
    private final Revocations revocations;
    private final Duration leafLifetime;
    private final ServedZones zones;
    private final SecureRandom random;
    private Optional<Issuer> current = Optional.empty();
    private PermittedNames permitted = new PermittedNames(List.of());
    private Instant nextLook = Instant.MIN;

    Intermediates(
            Issuers issuers,
            Revocations revocations,
            Duration leafLifetime,
            ServedZones zones,
            SecureRandom random) {
        this.issuers = issuers;
        this.revocations = revocations;
        this.leafLifetime = leafLifetime;
        this.zones = zones;
        this.random = random;
    }

    /// {@return who issues a certificate for names}
    ///
    /// @throws IOException if the state cannot be read or written
    synchronized IssuerChoice choose(List<DomainName> names, Instant now) throws IOException {
        var usable = usable(now);
        boolean fits = usable.isPresent() && permitted.foreign(names).isEmpty();
        if (fits && now.isBefore(nextLook)) {
            return new IssuerChoice.Chosen(usable.get());
        }
        var served = zones.lately(now);
        var foreign = served.foreign(names);
        if (!foreign.isEmpty()) {
            return new IssuerChoice.Foreign(foreign, served);
        }
        nextLook = now.plus(LOOK);
        return new IssuerChoice.Chosen(
                fits && served.foreign(permitted.zones()).isEmpty()
                        ? usable.get()
                        : create(served, now));
    }

    private Optional<Issuer> usable(Instant now) throws IOException {
        if (current.isEmpty()) {
            current = issuers.current();
            permitted = current.map(Intermediates::permitted).orElse(permitted);
            zones.remember(permitted);
        }
        if (current.isPresent() && !isUsable(current.get(), now)) {
            current = Optional.empty();
        }
        return current;
    }

    private static PermittedNames permitted(Issuer issuer) {
        return CertificateCodec.permitted(issuer.certificate());
    }

    private boolean isUsable(Issuer issuer, Instant now) throws IOException {
        var valid = issuer.certificate().lifetime();
        var end = issuers.root().certificate().lifetime().notAfter();
        boolean outlivesLeaf = !valid.notAfter().isBefore(now.plus(leafLifetime));
        return valid.contains(now)
                && (outlivesLeaf || valid.notAfter().equals(end))
                && revocations.find(issuers.root(), issuer.certificate()).isEmpty();
    }

    private Issuer create(PermittedNames names, Instant now) throws IOException {
        var key = CertificateKey.generate(KeyType.P256, 0, random);
        var twice = leafLifetime.multipliedBy(2);
        var length = twice.compareTo(LIFETIME) > 0 ? twice : LIFETIME;
        var form =
                new CertificateForm(
                        new Role.Intermediate(names),
                        "dns-cli intermediate " + CertificateForm.mark(key.publicKey()),
                        key.publicKey(),
                        CertificateForm.newSerial(random),
                        CertificateForm.lasting(now, length));
        var root = issuers.root();
        var made = new Issuer(CertificateCodec.issuedBy(root, form.within(root)), key);
        issuers.keep(made);
        current = Optional.of(made);
        permitted = names;
        return made;
    }
}
