package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.PlacedRecord;
import io.github.dnscli.common.text.ZoneFile;
import java.util.Optional;

/// Knows where the records of a zone file stand; of repetitions the first.
///
/// @param file the file
record FilePlaces(ZoneFile file) implements RecordPlaces {

    @Override
    public Place of(ResourceRecord record) {
        return placed(record).map(PlacedRecord::dataPlace).orElseGet(this::whole);
    }

    @Override
    public Place ofOwner(ResourceRecord record) {
        return placed(record).map(PlacedRecord::place).orElseGet(this::whole);
    }

    @Override
    public Place whole() {
        return Place.wholeOf(file.source().name());
    }

    private Optional<PlacedRecord> placed(ResourceRecord record) {
        return file.columns().find(record).map(file::placed);
    }
}
