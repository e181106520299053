package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;

/// What an authority wants to see in the DNS before it believes that a name is ours (RFC 8555 §8.4).
///
/// @param name the name, for a wildcard the name it is a wildcard of
/// @param value the text at `_acme-challenge.NAME`: 1 to 1000 printable ASCII letters; a name and its wildcard have one each
public record Proof(DomainName name, String value) {

    /// Checks the letters of the value.
    ///
    /// @throws IllegalArgumentException if there are others
    public Proof {
        if (!value.matches("[ -~]{1,1000}")) {
            throw new IllegalArgumentException("value of a proof for '" + name + "' is no text");
        }
    }
}
