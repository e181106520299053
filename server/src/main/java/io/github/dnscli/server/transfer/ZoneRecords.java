package io.github.dnscli.server.transfer;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneHistory;
import io.github.dnscli.common.zone.ZoneName;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/// The records of a whole zone as a transfer has them: the start of authority, everything else, whatever hides it (RFC 5936
/// §3), and the start again. Each record is made when it is asked for.
final class ZoneRecords implements Iterator<ResourceRecord> {

    private final ResourceRecord start;
    private final Iterator<ZoneName> names;
    private Iterator<RecordSet> sets = List.<RecordSet>of().iterator();
    private Iterator<ResourceRecord> records;
    private boolean ended;

    private ZoneRecords(Zone zone) {
        this.start = start(zone);
        this.names = zone.names().iterator();
        this.records = List.of(start).iterator();
    }

    /// {@return the start of authority}
    static ResourceRecord start(Zone zone) {
        return zone.recordSet(zone.origin(), RecordType.SOA).orElseThrow().records().getFirst();
    }

    /// {@return the records of a transfer of the whole zone (RFC 5936 §2.2)}
    static Iterator<ResourceRecord> whole(Zone zone) {
        return new ZoneRecords(zone);
    }

    /// {@return the records of a transfer of differences (RFC 1995 §4)}
    static Iterator<ResourceRecord> differences(ZoneHistory.Step step) {
        return Stream.of(
                        Stream.of(step.to(), step.from()),
                        step.removed().stream(),
                        Stream.of(step.to()),
                        step.added().stream(),
                        Stream.of(step.to()))
                .flatMap(part -> part)
                .iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext() || advance();
    }

    @Override
    public ResourceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return records.next();
    }

    private boolean advance() {
        while (!records.hasNext() && !ended) {
            if (sets.hasNext()) {
                var set = sets.next();
                records = set.type().equals(RecordType.SOA) ? none() : set.records().iterator();
            } else if (names.hasNext()) {
                sets = names.next().sets().iterator();
            } else {
                ended = true;
                records = List.of(start).iterator();
            }
        }
        return records.hasNext();
    }

    private static Iterator<ResourceRecord> none() {
        return List.<ResourceRecord>of().iterator();
    }
}
