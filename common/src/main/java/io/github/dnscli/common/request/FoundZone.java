package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;

/// What looking for the zone of a name came to.
public sealed interface FoundZone {

    /// The server has a zone that the name is in.
    ///
    /// @param zone the zone's name
    record Found(DomainName zone) implements FoundZone {}

    /// The server has none.
    ///
    /// @param problem what it said, for people
    record Unknown(String problem) implements FoundZone {}

    /// It cannot be told.
    ///
    /// @param reply why
    record Failed(Reply.Failed reply) implements FoundZone {}
}
