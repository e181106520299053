package io.github.dnscli.gitstore.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.testkit.ZoneGenerator;
import io.github.dnscli.testkit.ZoneShape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Edits of a large zone cost what they are, and not what the zone is.
class LargeZoneTest {

    private static final int RECORDS = 100_000;
    private static final int UPDATES = 200;

    /// A reading of all names for each update would take longer by far.
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static RecordSet text(int number) {
        return RecordSet.of(
                ResourceRecord.of("t" + number + ".example.com", 60, RecordType.TXT, "x"));
    }

    @Test
    void manyReplaysInALargeZoneTakeLittle() {
        var zone = ZoneText.zone("example.com", ZoneGenerator.text(ZoneShape.MIXED, 1, RECORDS));
        var updates = new Updates(zone);
        for (int i = 0; i < UPDATES; i++) {
            int number = i;
            updates.make(served -> served.with(text(number)));
        }
        var theirs = zone.with(text(1000)).withSerial(new Serial(2_026_010_109));
        long begin = System.nanoTime();
        Zone merged = theirs;
        for (int i = 0; i < UPDATES; i++) {
            merged = Replay.of(merged, updates.edits().subList(i, i + 1)).zone();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT);
        assertThat(merged.recordSet(text(UPDATES - 1).owner(), RecordType.TXT)).isPresent();
    }
}
