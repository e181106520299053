package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.acme.AcmeAuthority;
import io.github.dnscli.certifier.acme.AcmeDirectory;
import io.github.dnscli.certifier.acme.AcmeSettings;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.challenge.DnsSettings;
import io.github.dnscli.certifier.challenge.DnsSolver;
import io.github.dnscli.certifier.ledger.KnownCertificate;
import io.github.dnscli.certifier.own.OpenedAuthority;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/// Opens authorities with what is kept of them.
///
/// @param folder where it is kept
/// @param state keeps it: the folder, or something that only reads there
/// @param clock says what time it is
record Authorities(CertifierFolder folder, StateStore state, InstantSource clock) {

    private static final String PRIVATE = "private";

    /// Tells how to deal with an authority.
    interface Settings {

        /// {@return how to deal with it}
        ///
        /// @throws IOException if a file that the user names cannot be read
        AcmeSettings of(AcmeDirectory directory) throws IOException;
    }

    /// Those that a folder keeps.
    static Authorities of(CertifierFolder folder, InstantSource clock) {
        return new Authorities(folder, folder, clock);
    }

    /// {@return who issues}
    ///
    /// @param zones the zones that are served right now
    /// @param primary takes updates of them
    /// @throws IOException if what is kept cannot be used; the message names the folder
    CertificateAuthority open(
            IssuingOptions options, Supplier<Set<DomainName>> zones, PrimaryServer primary)
            throws IOException {
        return switch (options.authority()) {
            case AuthorityChoice.Private(var lifetime) ->
                    ofOwn(PrivateSettings.DEFAULT.withLifetime(lifetime), zones);
            case AuthorityChoice.Acme(var settings) ->
                    acme(
                            settings,
                            options.challenge()
                                    .orElseThrow(() -> new IllegalStateException("no challenge"))
                                    .settings(primary));
        };
    }

    /// {@return who issued a certificate, to be asked to revoke it}
    ///
    /// @param settings how to deal with an authority that speaks ACME
    /// @throws IOException if nobody knows who that was, or what is kept cannot be used
    CertificateAuthority issuerOf(KnownCertificate known, Settings settings) throws IOException {
        String id = known.authority();
        if (id.equals(PRIVATE)) {
            return ofOwn(PrivateSettings.DEFAULT, Set::of);
        }
        if (!id.startsWith("http")) {
            throw new IOException(
                    "nobody remembers who issued the certificate %s: it was found in a zone"
                            .formatted(known.serial()));
        }
        return acme(settings.of(AcmeDirectory.at(URI.create(id))));
    }

    /// {@return an authority that speaks ACME, for whoever orders nothing of it}
    ///
    /// @throws IOException if what is kept cannot be used
    AcmeAuthority acme(AcmeSettings settings) throws IOException {
        return AcmeAuthority.of(settings, new NoProofs(), state, clock);
    }

    private AcmeAuthority acme(AcmeSettings settings, DnsSettings challenge) throws IOException {
        var server = challenge.servers().getFirst();
        var solver =
                new DnsSolver(challenge, state, Transport.udpThenTcp(), clock, server.random());
        return AcmeAuthority.of(settings, solver, state, clock);
    }

    /// {@return the private authority, made if there is none}; of several processes that make one at once, the first does
    ///
    /// @throws IOException if what is kept cannot be used; the message names the folder
    PrivateAuthority ofOwn(PrivateSettings settings, Supplier<Set<DomainName>> zones)
            throws IOException {
        if (state != folder) {
            return opened(settings, zones);
        }
        try (var _ = StateLock.turn(folder)) {
            return opened(settings, zones);
        }
    }

    private PrivateAuthority opened(PrivateSettings settings, Supplier<Set<DomainName>> zones)
            throws IOException {
        return switch (PrivateAuthority.open(state, settings, zones, clock, new SecureRandom())) {
            case OpenedAuthority.Opened(var authority) -> authority;
            case OpenedAuthority.Damaged(var problem) ->
                    throw new IOException("'" + folder + "': " + problem);
        };
    }
}
