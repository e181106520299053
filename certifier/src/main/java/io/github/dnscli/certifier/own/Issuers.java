package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The root and its intermediates, as they are kept.
///
/// `root.pem` and `intermediate.pem` are a certificate and its private key each. Every intermediate also stands under its
/// serial number in `intermediates/`, until it has expired: its key signs the list of what it issued and was revoked.
/// Another process may write at the same time, and so nothing is remembered here.
///
/// @param state where they are kept
/// @param root the root
record Issuers(StateStore state, Issuer root) {

    private static final String ROOT = "root.pem";
    private static final String CURRENT = "intermediate.pem";
    private static final String FOLDER = "intermediates";
    private static final String SUFFIX = ".pem";

    private static final Comparator<Issuer> BY_BEGIN =
            Comparator.comparing(issuer -> issuer.certificate().lifetime().notBefore());

    /// {@return what is kept of a root}
    static Optional<Issuer.Parsed> keptRoot(StateStore state) throws IOException {
        return state.read(ROOT).map(Issuer::parse);
    }

    /// {@return whether there was a root, and is none any more}
    static boolean isRootLost(StateStore state) throws IOException {
        return state.read(CURRENT).isPresent() || !state.names(FOLDER).isEmpty();
    }

    static void keepRoot(StateStore state, Issuer root) throws IOException {
        state.write(ROOT, root.pem());
    }

    /// {@return the intermediate made last, if it is there, undamaged, and of this root}
    Optional<Issuer> current() throws IOException {
        return state.read(CURRENT)
                .flatMap(pem -> Issuer.parse(pem).asIssuer())
                .filter(this::isOurs);
    }

    private boolean isOurs(Issuer issuer) {
        return issuer.certificate().isIssuedBy(root.certificate());
    }

    /// Makes an intermediate the current one. It is kept among the others first, as is one that an older version left: two
    /// processes that do this at once replace each other's, and lose none.
    void keep(Issuer intermediate) throws IOException {
        var before = current();
        if (before.isPresent()) {
            keepAmongOthers(before.get());
        }
        keepAmongOthers(intermediate);
        state.write(CURRENT, intermediate.pem());
    }

    private void keepAmongOthers(Issuer intermediate) throws IOException {
        String name = FOLDER + "/" + intermediate.serialText() + SUFFIX;
        if (state.read(name).isEmpty()) {
            state.write(name, intermediate.pem());
        }
    }

    /// {@return the root, and all intermediates that have not expired, the latest last}; those that have are forgotten
    ///
    /// @throws IOException if one cannot be read, or is damaged
    List<Issuer> all(Instant now) throws IOException {
        var intermediates = new ArrayList<Issuer>();
        for (var name : state.names(FOLDER)) {
            var issuer = kept(FOLDER + "/" + name);
            if (issuer.isPresent() && issuer.get().hasExpired(now)) {
                state.remove(FOLDER + "/" + name);
            } else {
                issuer.ifPresent(intermediates::add);
            }
        }
        current()
                .filter(issuer -> !issuer.hasExpired(now) && isNotAmong(intermediates, issuer))
                .ifPresent(intermediates::add);
        intermediates.sort(BY_BEGIN);
        intermediates.addFirst(root);
        return intermediates;
    }

    private static boolean isNotAmong(List<Issuer> issuers, Issuer one) {
        return issuers.stream().noneMatch(i -> i.certificate().equals(one.certificate()));
    }

    private Optional<Issuer> kept(String name) throws IOException {
        var pem = state.read(name);
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        return switch (Issuer.parse(pem.get())) {
            case Issuer.Parsed.Valid(var issuer) -> Optional.of(issuer).filter(this::isOurs);
            case Issuer.Parsed.Invalid(var problem) ->
                    throw new IOException(
                            "an intermediate of the private authority is damaged: '%s': %s; put it back from a copy, or"
                                            .formatted(name, problem)
                                    + " remove it and with it the list of what it issued and was revoked");
        };
    }

    /// {@return who issued a certificate, if it is one of these}
    Optional<Issuer> issuerOf(Certificate certificate, Instant now) throws IOException {
        return all(now).stream()
                .filter(issuer -> certificate.isIssuedBy(issuer.certificate()))
                .findFirst();
    }
}
