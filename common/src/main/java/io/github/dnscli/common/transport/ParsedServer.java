package io.github.dnscli.common.transport;

/// What reading a server came to.
public sealed interface ParsedServer {

    /// The text means a server.
    ///
    /// @param server the server
    record Valid(ServerAddress server) implements ParsedServer {}

    /// The text means none.
    ///
    /// @param problem why, for people
    record Invalid(String problem) implements ParsedServer {}
}
