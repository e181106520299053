package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// Where the requests and certificates of a host stand in the DNS: `_letsencrypt._tcp.HOST`.
///
/// @param host the host; a wildcard's records stand at the name it is a wildcard of
public record ServiceName(DomainName host) {

    private static final String SERVICE = "_letsencrypt";
    private static final String PROTOCOL = "_tcp";

    /// Strips the `*` of a wildcard.
    ///
    /// @throws IllegalArgumentException if the host is the root
    public ServiceName {
        host = host.isWildcard() ? host.parent() : host;
        if (host.isRoot()) {
            throw new IllegalArgumentException("the root is no host");
        }
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
