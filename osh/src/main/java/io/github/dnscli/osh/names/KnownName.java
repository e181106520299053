package io.github.dnscli.osh.names;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.stream.Stream;

/// A name of a zone.
///
/// @param name the name
/// @param types the types of its records
public record KnownName(DomainName name, List<RecordType> types) {

    /// As many as records are fetched for somebody who types.
    private static final int MOST = 200_000;

    /// Copies the types.
    public KnownName {
        types = List.copyOf(types);
    }

    /// {@return the names of a zone that have records, in canonical order}
    static List<KnownName> of(Zone zone) {
        return Stream.concat(
                        Stream.of(zone.origin()), zone.namesBelow(zone.origin(), MOST).stream())
                .map(
                        name ->
                                new KnownName(
                                        name,
                                        zone.recordSetsAt(name).stream()
                                                .map(set -> set.type())
                                                .sorted()
                                                .toList()))
                .toList();
    }
}
