package io.github.dnscli.gitstore.journal;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.merge.Updates;
import io.github.dnscli.server.state.ZoneChange;
import java.time.Instant;

/// Changes to be written down.
final class Changes {

    static final Instant TIME = Instant.parse("2026-11-25T03:00:00.123456789Z");

    private Changes() {}

    /// {@return a change that can be told by its text}
    ///
    /// @param length how long the text is
    static ZoneChange of(String text, int length) {
        var before = Updates.zone(4_294_967_290L, "old 60 A 192.0.2.1", "old 60 A 192.0.2.2");
        var owner = Updates.ORIGIN.child("new");
        var data = "\"" + text + "\"" + (" \"" + "x".repeat(100) + "\"").repeat(length / 100);
        var set = RecordSet.of(ResourceRecord.of(owner.toString(), 60, RecordType.TXT, data));
        Zone after =
                before.without(Updates.ORIGIN.child("old"), RecordType.A)
                        .with(set)
                        .withSerial(before.serial().orElseThrow().next());
        return Updates.change(before, after);
    }

    static ZoneChange of(String text) {
        return of(text, 0);
    }
}
