package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ZoneReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the text of a zone stands.
///
/// @param file the path of its file in the repository
/// @param elsewhere the records that stand elsewhere, which no edit of the file can change
record ZonePlace(String file, Set<ResourceRecord> elsewhere) {

    /// {@return the places of zones in a commit, those whose files are faulty included}
    ///
    /// @param before the places as they were: of a faulty file one knows what it was
    static Map<DomainName, ZonePlace> of(Reading reading, Map<DomainName, ZonePlace> before) {
        var places = new HashMap<DomainName, ZonePlace>();
        for (var zone : reading.zones()) {
            var elsewhere =
                    zone instanceof ZoneReading.Good good
                            ? good.elsewhere()
                            : Optional.ofNullable(before.get(zone.origin()))
                                    .map(ZonePlace::elsewhere)
                                    .orElse(Set.of());
            places.put(zone.origin(), new ZonePlace(zone.file().toString(), elsewhere));
        }
        return Map.copyOf(places);
    }

    /// {@return why records cannot be changed here}
    ///
    /// @param records those that go, or get another TTL
    Optional<String> obstacle(List<ResourceRecord> records) {
        return records.stream()
                .filter(elsewhere::contains)
                .findFirst()
                .map(
                        record ->
                                "'%s' does not stand in '%s' itself: it is included, or made by a $GENERATE"
                                        .formatted(record, file));
    }
}
