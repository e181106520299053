package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.TreeMap;

/// A zone while an update changes it (RFC 2136 §3.4.2): only the names that the update is about are held here, so that the
/// cost is the update's size and not the zone's.
final class Draft {

    private final Zone zone;
    private final TreeMap<DomainName, DraftName> names = new TreeMap<>();

    Draft(Zone zone) {
        this.zone = zone;
    }

    private DraftName at(DomainName name) {
        return names.computeIfAbsent(name, owner -> new DraftName(zone, owner));
    }

    /// Makes a change, or nothing if the rules say that it is ignored.
    void make(Change change) {
        switch (change) {
            case Change.Add(var record) -> add(record);
            case Change.DeleteSet(var owner, var type) ->
                    at(owner).remove(found -> found.equals(type) && !stays(owner, found));
            case Change.DeleteName(var owner) -> at(owner).remove(found -> !stays(owner, found));
            case Change.DeleteRecord(var owner, var data) -> delete(owner, data);
        }
    }

    /// §3.4.2.3: at the apex the SOA and NS sets stay.
    private boolean stays(DomainName owner, RecordType type) {
        return owner.equals(zone.origin())
                && (type.equals(RecordType.SOA) || type.equals(RecordType.NS));
    }

    /// §3.4.2.2.
    private void add(ResourceRecord record) {
        var name = at(record.owner());
        if (!clashesWithAlias(name, record.type()) && !isOldStart(record)) {
            name.set(record.type()).put(record.data(), record.ttl());
        }
    }

    private static boolean clashesWithAlias(DraftName name, RecordType type) {
        if (type.equals(RecordType.CNAME)) {
            return name.hasAny(found -> !found.mayStandBesideCname());
        }
        return !type.mayStandBesideCname() && name.hasAny(RecordType.CNAME::equals);
    }

    /// An SOA record counts only at the apex, and if it is newer (RFC 1982).
    private boolean isOldStart(ResourceRecord record) {
        return record.type().equals(RecordType.SOA)
                && !(record.owner().equals(zone.origin())
                        && Soa.of(record.data()).serial().isNewerThan(serial()));
    }

    /// §3.4.2.4: never the SOA record, never the last NS record of the apex.
    private void delete(DomainName owner, RecordData data) {
        var set = at(owner).set(data.type());
        boolean isLast = set.size() == 1 && set.contains(data);
        if (!data.type().equals(RecordType.SOA) && !(isLast && stays(owner, data.type()))) {
            set.remove(data);
        }
    }

    /// {@return the serial as it is now}
    Serial serial() {
        return start().serial();
    }

    private Soa start() {
        return Soa.of(at(zone.origin()).set(RecordType.SOA).only());
    }

    /// Gives the zone another serial.
    void setSerial(Serial serial) {
        var set = at(zone.origin()).set(RecordType.SOA);
        set.put(start().withSerial(serial).data(), set.ttl());
    }

    /// {@return what differs from the zone, in canonical order}
    ZoneDiff diff() {
        return new ZoneDiff(
                names.values().stream().flatMap(name -> name.changes().stream()).toList());
    }

    /// {@return the zone with the differences made}
    Zone made(ZoneDiff diff) {
        var made = zone;
        for (var change : diff.changes()) {
            made =
                    change.after().isPresent()
                            ? made.with(change.after().get())
                            : made.without(change.set().owner(), change.set().type());
        }
        return made;
    }
}
