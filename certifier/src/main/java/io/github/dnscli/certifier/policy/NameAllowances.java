package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.common.name.DomainName;
import java.util.Collection;
import java.util.List;

/// Whose names requests may ask for besides those of the hosts they stand at.
///
/// @param rules what is allowed; each for itself
public record NameAllowances(List<NameAllowance> rules) {

    /// Nothing besides one's own names.
    public static final NameAllowances NONE = new NameAllowances(List.of());

    /// Copies the list.
    public NameAllowances {
        rules = List.copyOf(rules);
    }

    /// {@return whether a rule lets a request have a name}
    ///
    /// @param hosts the hosts it stands at
    boolean allow(CertificateRequest request, Collection<DomainName> hosts, DomainName name) {
        return rules.stream().anyMatch(rule -> rule.allows(request, hosts, name));
    }
}
