package io.github.dnscli.server.state;

import io.github.dnscli.common.record.SerialPolicy;
import java.util.Optional;

/// What a server is told once about how to behave, whatever its zones are.
///
/// @param openTransfers whether anybody may fetch whole zones
/// @param identity what the server calls itself, to clients that ask by NSID (RFC 5001); empty to keep that to itself
/// @param serials how the serial of a zone moves when an UPDATE changes the zone and leaves the serial alone
public record Settings(boolean openTransfers, Optional<String> identity, SerialPolicy serials) {

    /// Transfers want a right, the server has no name, and serials go up by one.
    public static final Settings DEFAULT =
            new Settings(false, Optional.empty(), SerialPolicy.INCREMENT);

    /// {@return the same, in which anybody may fetch whole zones, or only who has the right}
    public Settings withOpenTransfers(boolean open) {
        return new Settings(open, identity, serials);
    }

    /// {@return the same with a name for the server}
    public Settings withIdentity(String name) {
        return new Settings(openTransfers, Optional.of(name), serials);
    }

    /// {@return the same with serials that move otherwise}
    public Settings withSerials(SerialPolicy policy) {
        return new Settings(openTransfers, identity, policy);
    }
}
