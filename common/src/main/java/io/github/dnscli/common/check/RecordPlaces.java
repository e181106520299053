package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.record.ResourceRecord;

/// Knows where a record stands. A zone that came by wire has no places: then the whole zone is meant.
@FunctionalInterface
public interface RecordPlaces {

    /// {@return where a record of the zone stands}
    Place of(ResourceRecord record);

    /// {@return places for a zone that stands in no file}
    static RecordPlaces wholeOf(String source) {
        var place = Place.wholeOf(source);
        return _ -> place;
    }
}
