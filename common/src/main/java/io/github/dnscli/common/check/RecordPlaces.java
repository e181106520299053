package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.record.ResourceRecord;

/// Knows where the records of a zone stand.
public interface RecordPlaces {

    /// {@return where the data of a record stands}
    Place of(ResourceRecord record);

    /// {@return where a record begins: its owner, or its first word if the owner is not written}
    Place ofOwner(ResourceRecord record);

    /// {@return the place that means the whole zone}
    Place whole();

    /// {@return places for a zone that stands in no file: the whole is meant each time}
    ///
    /// @param source how the user knows the zone
    static RecordPlaces wholeOf(String source) {
        var whole = Place.wholeOf(source);
        return new RecordPlaces() {
            @Override
            public Place of(ResourceRecord record) {
                return whole;
            }

            @Override
            public Place ofOwner(ResourceRecord record) {
                return whole;
            }

            @Override
            public Place whole() {
                return whole;
            }
        };
    }
}
