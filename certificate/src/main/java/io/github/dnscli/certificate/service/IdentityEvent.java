package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// What happens to a [DnsIdentity].
public sealed interface IdentityEvent {

    /// {@return what happened, for people: lower case, values quoted, no full stop}
    String message();

    /// The signing request was put into a zone.
    ///
    /// @param owners the names it stands at now
    record Requested(DomainName zone, List<DomainName> owners) implements IdentityEvent {
        @Override
        public String message() {
            return "request uploaded to zone '%s' at %s"
                    .formatted(
                            zone.display(),
                            owners.stream()
                                    .map(owner -> "'" + owner.display() + "'")
                                    .collect(Collectors.joining(", ")));
        }
    }

    /// A certificate was found good, and is what handshakes show from now on.
    record Installed(VerifiedChain chain) implements IdentityEvent {
        @Override
        public String message() {
            return "certificate of '%s' in use, valid until %s"
                    .formatted(chain.leaf().subject(), chain.leaf().lifetime().notAfter());
        }
    }

    /// A certificate that stands in the DNS, or was kept, is not used. Told once of each.
    ///
    /// @param reasons at least one
    record PassedOver(Certificate leaf, List<Reason> reasons) implements IdentityEvent {
        @Override
        public String message() {
            return "certificate of '%s' not used: %s"
                    .formatted(
                            leaf.subject(),
                            reasons.stream()
                                    .map(Reason::message)
                                    .collect(Collectors.joining("; ")));
        }
    }

    /// Less than a sixth of the life of the certificate in use is left, and there is no newer one. Told once of each.
    ///
    /// @param leaf goes on to be used
    record Expiring(Certificate leaf) implements IdentityEvent {
        @Override
        public String message() {
            return "certificate of '%s' expires on %s, and there is no newer one yet"
                    .formatted(leaf.subject(), leaf.lifetime().notAfter());
        }
    }

    /// The certificate in use has expired. Told once of each.
    ///
    /// @param leaf goes on to be used, though hardly anybody takes it any more
    record Expired(Certificate leaf) implements IdentityEvent {
        @Override
        public String message() {
            return "certificate of '%s' expired on %s, and there is no newer one"
                    .formatted(leaf.subject(), leaf.lifetime().notAfter());
        }
    }

    /// Something went wrong. The certificate in use, if there is one, goes on to be used.
    ///
    /// @param problem what, for people
    /// @param pause until the next look
    record Trouble(String problem, Duration pause) implements IdentityEvent {
        @Override
        public String message() {
            return "%s; looking again in %s s".formatted(problem, (pause.toMillis() + 999) / 1000);
        }
    }
}
