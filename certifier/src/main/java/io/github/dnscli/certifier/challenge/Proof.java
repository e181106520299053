package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;

/// What an authority wants to see in the DNS before it believes that a name is ours (RFC 8555 §8.4).
///
/// @param name the name, for a wildcard the name it is a wildcard of
/// @param value the text at `_acme-challenge.NAME`; a name and its wildcard have one each
public record Proof(DomainName name, String value) {}
