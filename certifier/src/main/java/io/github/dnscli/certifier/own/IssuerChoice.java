package io.github.dnscli.certifier.own;

import io.github.dnscli.common.name.DomainName;
import java.util.List;

/// Who is to issue a certificate.
sealed interface IssuerChoice {

    /// An intermediate that may.
    record Chosen(Issuer issuer) implements IssuerChoice {}

    /// Nobody: some of its names are in no zone that is served.
    ///
    /// @param names those, at least one
    /// @param served what is served
    record Foreign(List<DomainName> names, PermittedNames served) implements IssuerChoice {}
}
