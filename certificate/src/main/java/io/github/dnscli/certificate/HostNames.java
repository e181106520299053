package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.util.Optional;
import java.util.regex.Pattern;

/// The rules for names of hosts in certificates (RFC 9525 §6.3, RFC 5280 §4.2.1.6).
final class HostNames {

    /// No escapes of zone files, no final dot; underscores because they occur.
    private static final Pattern SHAPE =
            Pattern.compile("(\\*\\.)?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private HostNames() {}

    /// {@return the host or wildcard that a dNSName or common name spells}
    static Optional<DomainName> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        return switch (DomainName.parse(text, DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> Optional.of(name);
            case ParsedName.Invalid _ -> Optional.empty();
        };
    }

    /// {@return whether a name in a certificate stands for a host: the same, or `*` for exactly its leftmost label}
    static boolean covers(DomainName presented, DomainName host) {
        return presented.equals(host)
                || presented.isWildcard()
                        && !host.isRoot()
                        && presented.parent().equals(host.parent());
    }
}
