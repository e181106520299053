package io.github.dnscli.server.state;

import java.util.Optional;

/// What a server is told once about how to behave, whatever its zones are.
///
/// @param openTransfers whether anybody may fetch whole zones
/// @param identity what the server calls itself, to clients that ask by NSID (RFC 5001); empty to keep that to itself
public record Settings(boolean openTransfers, Optional<String> identity) {

    /// Transfers want a right, and the server has no name.
    public static final Settings DEFAULT = new Settings(false, Optional.empty());

    /// {@return the same, in which anybody may fetch whole zones, or only who has the right}
    public Settings withOpenTransfers(boolean open) {
        return new Settings(open, identity);
    }

    /// {@return the same with a name for the server}
    public Settings withIdentity(String name) {
        return new Settings(openTransfers, Optional.of(name));
    }
}
