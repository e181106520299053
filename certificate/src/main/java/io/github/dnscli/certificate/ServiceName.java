package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// Where the requests and certificates of a host stand in the DNS: `_letsencrypt._tcp.HOST`.
///
/// @param host the host; a wildcard's records stand at the name it is a wildcard of
public record ServiceName(DomainName host) {

    private static final String SERVICE = "_letsencrypt";
    private static final String PROTOCOL = "_tcp";

    private static final int MAX_HOST_OCTETS = 255 - 18;

    /// Strips the `*` of a wildcard.
    ///
    /// @throws IllegalArgumentException if the host is the root
    public ServiceName {
        host = host.isWildcard() ? host.parent() : host;
        if (host.isRoot()) {
            throw new IllegalArgumentException("the root is no host");
        }
    }

    /// {@return why a host has no service name, for people; empty when it has one}
    public static Optional<String> problem(DomainName host) {
        return host.wireLength() > MAX_HOST_OCTETS
                ? Optional.of(
                        "'%s' is too long to have records at '%s.%s' below it"
                                .formatted(host.display(), SERVICE, PROTOCOL))
                : Optional.empty();
    }

    /// {@return the service name that an owner of records is, in any case of letters}
    public static Optional<ServiceName> ofOwner(DomainName owner) {
        boolean matches =
                owner.labelCount() > 2
                        && owner.startsWith(SERVICE)
                        && owner.parent().startsWith(PROTOCOL);
        return matches
                ? Optional.of(new ServiceName(owner.suffix(owner.labelCount() - 2)))
                : Optional.empty();
    }

    /// {@return the name that owns the TLSA records}
    ///
    /// @throws IllegalArgumentException if the host's name is too long to have one
    public DomainName owner() {
        return host.child(SERVICE + "." + PROTOCOL);
    }

    /// {@return the owner, for people}
    @Override
    public String toString() {
        return owner().display();
    }
}
