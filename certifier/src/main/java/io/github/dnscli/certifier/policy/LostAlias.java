package io.github.dnscli.certifier.policy;

import io.github.dnscli.common.name.DomainName;

/// An alias at a host's place that leads nowhere within the zones watched.
///
/// @param owner the name it stands at
/// @param problem where it leads, for people
public record LostAlias(DomainName owner, String problem) {}
