package io.github.dnscli.junit;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// What every zone must have, and no test wants to write.
final class Completion {

    private Completion() {}

    /// {@return the zone with an SOA and an NS record, added when it has none}
    static Zone complete(Zone zone) {
        var begun =
                with(zone, RecordType.SOA, "localhost. hostmaster.localhost. 1 3600 600 86400 300");
        return with(begun, RecordType.NS, "localhost.");
    }

    private static Zone with(Zone zone, RecordType type, String data) {
        return zone.recordSet(zone.origin(), type).isPresent()
                ? zone
                : zone.with(
                        new RecordSet(
                                zone.origin(),
                                type,
                                ZoneText.DEFAULT_TTL,
                                List.of(RecordData.of(type, data))));
    }
}
