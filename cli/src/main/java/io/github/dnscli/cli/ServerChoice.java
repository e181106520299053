package io.github.dnscli.cli;

import io.github.dnscli.common.transport.ServerAddress;

/// Which server the user means.
public sealed interface ServerChoice {

    /// There is one.
    ///
    /// @param server where it listens
    record Chosen(ServerAddress server) implements ServerChoice {}

    /// The user named none.
    record Absent() implements ServerChoice {}

    /// The user named one that makes no sense.
    ///
    /// @param problem why, for people
    record Unusable(String problem) implements ServerChoice {}
}
