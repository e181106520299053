package io.github.dnscli.server.state;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.common.wire.MacPolicy;
import java.util.Optional;
import java.util.Set;

/// What a server is told once about how to behave, whatever its zones are.
///
/// @param openTransfers whether anybody may fetch whole zones
/// @param identity what the server calls itself, to clients that ask by NSID (RFC 5001); empty to keep that to itself
/// @param discoveryKeys the names of the keys whose holders may tell of zones that are not known yet, to be fetched from
///     them
/// @param transfers how zones are handed out
/// @param signatures how far signatures may be cut
/// @param serials how the serial of a zone moves when an UPDATE changes the zone and leaves the serial alone
public record Settings(
        boolean openTransfers,
        Optional<String> identity,
        Set<DomainName> discoveryKeys,
        TransferSettings transfers,
        MacPolicy signatures,
        SerialPolicy serials) {

    /// Transfers want a right, the server has no name, and serials go up by one.
    public static final Settings DEFAULT =
            new Settings(
                    false,
                    Optional.empty(),
                    Set.of(),
                    TransferSettings.DEFAULT,
                    MacPolicy.DEFAULT,
                    SerialPolicy.INCREMENT);

    /// Copies the keys.
    public Settings {
        discoveryKeys = Set.copyOf(discoveryKeys);
    }

    /// {@return the same, in which anybody may fetch whole zones, or only who has the right}
    public Settings withOpenTransfers(boolean open) {
        return new Settings(open, identity, discoveryKeys, transfers, signatures, serials);
    }

    /// {@return the same with a name for the server}
    public Settings withIdentity(String name) {
        return new Settings(
                openTransfers, Optional.of(name), discoveryKeys, transfers, signatures, serials);
    }

    /// {@return the same, in which the holders of these keys may tell of unknown zones}
    public Settings withDiscoveryKeys(Set<DomainName> keys) {
        return new Settings(openTransfers, identity, keys, transfers, signatures, serials);
    }

    /// {@return the same with other ways to hand out zones}
    public Settings withTransfers(TransferSettings others) {
        return new Settings(openTransfers, identity, discoveryKeys, others, signatures, serials);
    }

    /// {@return the same with another rule for signatures that are cut}
    public Settings withSignatures(MacPolicy policy) {
        return new Settings(openTransfers, identity, discoveryKeys, transfers, policy, serials);
    }

    /// {@return the same with serials that move otherwise}
    public Settings withSerials(SerialPolicy policy) {
        return new Settings(openTransfers, identity, discoveryKeys, transfers, signatures, policy);
    }
}
