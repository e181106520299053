package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.Keyring;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// A zone that is signed, and the keys by which it is.
///
/// A zone counts as signed when its apex has signatures, or has keys and the beginning of a chain. Keys alone do not sign
/// it: that is what it looks like before it goes through a signer. Of any other zone nothing but the apex is looked at.
///
/// @param keyring the keys at the apex; none if they are missing
/// @param algorithms those by which everything must be signed
record SignedZone(Zone zone, Keyring keyring, SortedSet<Integer> algorithms) {

    /// {@return the zone, if it is signed}
    static Optional<SignedZone> of(Zone zone) {
        boolean keys = has(zone, RecordType.DNSKEY);
        boolean isSigned =
                has(zone, RecordType.RRSIG)
                        || keys && (has(zone, RecordType.NSEC) || has(zone, RecordType.NSEC3PARAM));
        if (!isSigned) {
            return Optional.empty();
        }
        var data =
                zone.recordSet(zone.origin(), RecordType.DNSKEY)
                        .map(RecordSet::data)
                        .orElse(List.of());
        var keyring = new Keyring(data);
        return Optional.of(new SignedZone(zone, keyring, keyring.algorithms()));
    }

    private static boolean has(Zone zone, RecordType type) {
        return zone.recordSet(zone.origin(), type).isPresent();
    }
}
