package io.github.dnscli.osh.zone;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.Optional;

/// Whether a change shows in a zone.
final class Outcome {

    private Outcome() {}

    /// {@return whether a zone has a set as a change wants it; of an SOA record the serial does not matter}
    static boolean shows(ZoneDiff.Change change, Zone zone) {
        var set = change.set();
        var there = zone.recordSet(set.owner(), set.type());
        return set.type().equals(RecordType.SOA)
                ? timers(there).equals(timers(change.after()))
                : there.equals(change.after());
    }

    private static Optional<Soa> timers(Optional<RecordSet> set) {
        var first = new Serial(0);
        return set.map(soa -> Soa.of(soa.data().getFirst()).withSerial(first));
    }
}
