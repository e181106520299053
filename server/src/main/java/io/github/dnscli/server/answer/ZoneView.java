package io.github.dnscli.server.answer;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;

/// What a client is to see of the zones.
///
/// @param type the type asked for
/// @param signed whether it wants signatures (RFC 4035 §3.1)
/// @param brief whether the answer goes into a datagram, so that a question for everything gets a part (RFC 8482 §4.1)
record ZoneView(RecordType type, boolean signed, boolean brief) {

    /// {@return those of the sets found that go into the answer}
    List<RecordSet> select(Zone zone, DomainName name, List<RecordSet> sets) {
        if (!brief) {
            return sets;
        }
        if (type.equals(RecordType.ANY)) {
            return name.equals(zone.origin()) ? BriefAnswer.ofApex(sets) : BriefAnswer.of(sets);
        }
        return type.equals(RecordType.RRSIG) ? BriefAnswer.ofSignatures(sets) : sets;
    }

    /// Adds a set of a zone, with its signatures if they are wanted.
    void addTo(List<RecordSet> section, Zone zone, RecordSet set) {
        section.add(set);
        if (signed && !set.type().equals(RecordType.RRSIG)) {
            signatures(zone, set).ifPresent(section::add);
        }
    }

    /// Adds the DS records of a delegation of a signed zone, and their signatures (RFC 4035 §3.1.4).
    void addSignersTo(List<RecordSet> section, Zone zone, DomainName cut) {
        if (signed) {
            zone.recordSet(cut, RecordType.DS)
                    .filter(set -> signatures(zone, set).isPresent())
                    .ifPresent(set -> addTo(section, zone, set));
        }
    }

    private static Optional<RecordSet> signatures(Zone zone, RecordSet set) {
        return signaturesAt(zone, set.owner())
                .map(all -> covering(all.data(), set.type()))
                .filter(some -> !some.isEmpty())
                .map(some -> new RecordSet(set.owner(), RecordType.RRSIG, set.ttl(), some));
    }

    /// Signatures at the name, or else those of the wildcard that it was made from.
    private static Optional<RecordSet> signaturesAt(Zone zone, DomainName name) {
        if (zone.exists(name)) {
            return zone.recordSet(name, RecordType.RRSIG);
        }
        return zone.lookup(name, RecordType.RRSIG) instanceof Lookup.Found(var sets)
                ? Optional.of(sets.getFirst())
                : Optional.empty();
    }

    private static List<RecordData> covering(List<RecordData> signatures, RecordType type) {
        return signatures.stream().filter(data -> covered(data) == type.value()).toList();
    }

    /// {@return the type that a signature covers: its first field (RFC 4034 §3.1.1)}
    static int covered(RecordData signature) {
        byte[] wire = signature.wire();
        return (wire[0] & 0xff) << 8 | wire[1] & 0xff;
    }
}
