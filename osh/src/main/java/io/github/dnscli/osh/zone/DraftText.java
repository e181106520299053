package io.github.dnscli.osh.zone;

import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.List;

/// What a zone looks like in an editor.
final class DraftText {

    private DraftText() {}

    /// {@return the text of a zone as it is served}
    static String of(ServedZone at, Zone served) {
        return "; %s, serial %s\n".formatted(at.display(), served.serial().orElseThrow())
                + "; Save and leave to see what changes and to be asked. Left as it is, nothing changes.\n"
                + body(served);
    }

    /// {@return the text of a zone with one's own changes on top, and in comments what clashes}
    static String of(ServedZone at, Zone served, Zone merged, List<ZoneDiff.Change> conflicts) {
        var text = new StringBuilder();
        text.append(
                "; %s, serial %s, and your changes on top of it\n"
                        .formatted(at.display(), served.serial().orElseThrow()));
        for (var conflict : conflicts) {
            text.append("; not made, since the server has changed it, too:\n");
            for (var change : RecordChange.of(conflict)) {
                text.append(";   ").append(change.line()).append('\n');
            }
        }
        return text.append(body(merged)).toString();
    }

    private static String body(Zone zone) {
        var own = OwnRecords.sets(zone);
        long made = zone.recordSets().count() - own.size();
        return (made == 0
                        ? ""
                        : "; Signatures and chains of denial, which the server makes, are not shown.\n")
                + ZoneLayout.file(zone.origin(), own);
    }
}
