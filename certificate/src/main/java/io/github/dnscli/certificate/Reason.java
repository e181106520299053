package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Why a chain is not to be trusted, or a certificate does not fit.
public sealed interface Reason {

    /// {@return the reason for people: lower case, values quoted, no full stop}
    String message();

    /// {@return whether other trust anchors might make the chain good}
    default boolean isForWantOfTrust() {
        return this instanceof MissingLink || this instanceof UntrustedRoot;
    }

    /// The chain ends below any trust anchor.
    ///
    /// @param subject the last certificate of the chain
    /// @param issuer who issued it
    /// @param anchors where the trust anchors come from
    record MissingLink(String subject, String issuer, String anchors) implements Reason {
        @Override
        public String message() {
            return "the certificate of '%s', which issued '%s', is missing: it is neither in the chain nor in %s"
                    .formatted(issuer, subject, anchors);
        }
    }

    /// The chain ends at a root that is no trust anchor.
    ///
    /// @param root the root
    /// @param sameName whether a trust anchor has the same name, and another key
    /// @param anchors where the trust anchors come from
    record UntrustedRoot(String root, boolean sameName, String anchors) implements Reason {
        @Override
        public String message() {
            return sameName
                    ? "the root '%s' has another key than the one of this name in %s"
                            .formatted(root, anchors)
                    : "the root '%s' is not in %s".formatted(root, anchors);
        }
    }

    /// The leaf does not cover a host.
    ///
    /// @param host the host
    /// @param names the names the leaf is for
    record WrongHost(DomainName host, List<DomainName> names) implements Reason {
        @Override
        public String message() {
            return "the certificate is not for '%s', but for %s"
                    .formatted(host.display(), quoted(names));
        }
    }

    /// The leaf is for another key.
    ///
    /// @param expected the key it should be for
    /// @param found the key it is for
    record WrongKey(SubjectPublicKey expected, SubjectPublicKey found) implements Reason {
        @Override
        public String message() {
            return "the certificate is for another key: '%s' instead of '%s'"
                    .formatted(found, expected);
        }
    }

    /// A certificate's time is over.
    ///
    /// @param subject the certificate
    /// @param notAfter its last second
    /// @param at the time it should be valid at
    record Expired(String subject, Instant notAfter, Instant at) implements Reason {
        @Override
        public String message() {
            return "the certificate of '%s' expired on %s, and it is %s"
                    .formatted(subject, notAfter, at);
        }
    }

    /// A certificate's time is about to be over.
    ///
    /// @param subject the certificate
    /// @param notAfter its last second
    /// @param margin how long it should last
    record ExpiresSoon(String subject, Instant notAfter, Duration margin) implements Reason {
        @Override
        public String message() {
            return "the certificate of '%s' expires on %s, in less than %s hours"
                    .formatted(subject, notAfter, margin.toHours());
        }
    }

    /// A certificate's time has not come.
    ///
    /// @param subject the certificate
    /// @param notBefore its first second
    /// @param at the time it should be valid at
    record NotYetValid(String subject, Instant notBefore, Instant at) implements Reason {
        @Override
        public String message() {
            return "the certificate of '%s' is not valid before %s, and it is %s"
                    .formatted(subject, notBefore, at);
        }
    }

    /// The leaf is restricted to uses other than a server's.
    ///
    /// @param subject the leaf
    /// @param usages the object identifiers of the uses
    record NotForServers(String subject, List<String> usages) implements Reason {
        @Override
        public String message() {
            return "the certificate of '%s' is not for servers, only for the uses %s"
                    .formatted(subject, usages);
        }
    }

    /// A certificate issued another and may not.
    ///
    /// @param subject the certificate
    /// @param detail what says so
    record NotAnAuthority(String subject, String detail) implements Reason {
        @Override
        public String message() {
            return "'%s' may not issue certificates like this: %s".formatted(subject, detail);
        }
    }

    /// An authority is restricted to names other than those of the certificate (RFC 5280 §4.2.1.10).
    ///
    /// @param subject the certificate with the names
    /// @param names its names
    record NameNotPermitted(String subject, List<DomainName> names) implements Reason {
        @Override
        public String message() {
            return "an authority of '%s' may not issue certificates for all of its names: %s"
                    .formatted(subject, quoted(names));
        }
    }

    /// A key or signature is too weak for the Java platform.
    ///
    /// @param subject the certificate
    /// @param detail what the platform says
    record WeakAlgorithm(String subject, String detail) implements Reason {
        @Override
        public String message() {
            return "the certificate of '%s' has a weak key or signature: %s"
                    .formatted(subject, detail);
        }
    }

    /// A certificate breaks the rules in another way.
    ///
    /// @param subject the certificate
    /// @param detail what the platform says
    record Malformed(String subject, String detail) implements Reason {
        @Override
        public String message() {
            return "the certificate of '%s' is not as it should be: %s".formatted(subject, detail);
        }
    }

    /// The leaf is for other hosts than the request.
    ///
    /// @param requested the names of the request
    /// @param found the names of the leaf
    record OtherNames(List<DomainName> requested, List<DomainName> found) implements Reason {
        @Override
        public String message() {
            return "the certificate is for %s, and the request for %s"
                    .formatted(quoted(found), quoted(requested));
        }
    }

    private static String quoted(List<DomainName> names) {
        return names.isEmpty()
                ? "no host at all"
                : names.stream()
                        .map(name -> "'" + name.display() + "'")
                        .collect(Collectors.joining(", "));
    }
}
