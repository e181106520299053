package io.github.dnscli.ozone;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.text.PlacedRecord;
import io.github.dnscli.common.text.SetChange;
import io.github.dnscli.common.text.ZoneEditor;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Raises the serial of a zone file and changes nothing else in it.
///
/// @param form how
/// @param now which day it is
record SerialRaiser(SerialPolicy form, Instant now) {

    /// {@return what becomes of the serial of a zone file}
    ///
    /// @param older the zone that it follows, if there is one: then an unchanged zone keeps its serial, and so does one
    ///     whose serial is newer already
    EditedSerial raise(ZoneFile file, Optional<Zone> older) {
        var starts = file.records().stream().filter(SerialRaiser::isStart).toList();
        if (file.hasErrors()) {
            return EditedSerial.left(new SerialRepair.Refused("the file has errors"));
        }
        if (starts.size() != 1) {
            return EditedSerial.left(
                    new SerialRepair.Refused(
                            starts.isEmpty()
                                    ? "there is no SOA record"
                                    : "there is more than one SOA record"));
        }
        return raise(file, starts.getFirst(), older);
    }

    private static boolean isStart(PlacedRecord record) {
        return record.type().equals(RecordType.SOA);
    }

    private EditedSerial raise(ZoneFile file, PlacedRecord start, Optional<Zone> older) {
        var soa = Soa.of(start.record().data());
        var published = older.flatMap(Zone::serial);
        if (older.isPresent() && published.isPresent()) {
            if (older.get().equals(file.zone())) {
                return EditedSerial.left(new SerialRepair.Kept("the zone has not changed"));
            }
            if (soa.serial().isNewerThan(published.get())) {
                return EditedSerial.left(
                        new SerialRepair.Kept(
                                soa.serial() + " is newer than " + published.get() + " already"));
            }
        }
        var next = form.next(published.orElse(soa.serial()), now);
        var set =
                new RecordSet(
                        start.owner(),
                        RecordType.SOA,
                        start.record().ttl(),
                        List.of(soa.withSerial(next).data()));
        var change = List.of(new SetChange.Put(set));
        var obstacle = ZoneEditor.obstacle(file, change);
        if (obstacle.isPresent()) {
            return EditedSerial.left(new SerialRepair.Refused(obstacle.get()));
        }
        byte[] text = ZoneEditor.edit(file, change);
        return new EditedSerial(Optional.of(text), new SerialRepair.Raised(soa.serial(), next));
    }
}
