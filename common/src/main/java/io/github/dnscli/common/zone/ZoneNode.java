package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All record sets at one name, in order of their types.
///
/// @param name the name
/// @param sets none if nothing stands there
record ZoneNode(DomainName name, List<RecordSet> sets) {

    /// {@return the types, as [TypeBits]}
    int types() {
        int bits = 0;
        for (var set : sets) {
            bits |= TypeBits.of(set.type().value());
        }
        return bits;
    }

    Optional<RecordSet> set(RecordType type) {
        for (var set : sets) {
            if (set.type().equals(type)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    ZoneNode with(RecordSet set) {
        var others = without(set.type()).sets.stream();
        return new ZoneNode(
                name,
                Stream.concat(others, Stream.of(set))
                        .sorted((a, b) -> a.type().compareTo(b.type()))
                        .toList());
    }

    ZoneNode without(RecordType type) {
        return new ZoneNode(name, sets.stream().filter(set -> !set.type().equals(type)).toList());
    }
}
