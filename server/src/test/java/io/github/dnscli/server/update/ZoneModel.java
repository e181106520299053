package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// RFC 2136 §3.2.5 and §3.4.2.7 on a plain list of records, as the RFC spells them out: slow, and easy to believe.
final class ZoneModel {

    private final DomainName origin;
    private final List<ResourceRecord> records;

    ZoneModel(Zone zone) {
        origin = zone.origin();
        records = new ArrayList<>(zone.records().toList());
    }

    /// Evaluates an update whose shape is good, and makes it if its prerequisites hold.
    ///
    /// @return the outcome
    String update(List<MessageRecord> prerequisites, List<MessageRecord> changes) {
        for (var record : prerequisites) {
            String unmet = unmet(record);
            if (!unmet.isEmpty()) {
                return unmet;
            }
        }
        for (var record : prerequisites) {
            if (record.recordClass().equals(RecordClass.IN)
                    && !wanted(prerequisites, record).equals(data(record.owner(), record.type()))) {
                return "NXRRSET";
            }
        }
        var before = Set.copyOf(records);
        long serial = start().serial().value();
        changes.forEach(this::change);
        if (!Set.copyOf(records).equals(before) && start().serial().value() == serial) {
            put(start().withSerial(start().serial().next()).data(), origin, ttl(origin));
        }
        return "NOERROR";
    }

    private String unmet(MessageRecord record) {
        boolean any = record.type().equals(RecordType.ANY);
        boolean there =
                records.stream()
                        .filter(found -> found.owner().equals(record.owner()))
                        .anyMatch(found -> any || found.type().equals(record.type()));
        if (record.recordClass().equals(RecordClass.ANY) && !there) {
            return any ? "NXDOMAIN" : "NXRRSET";
        }
        if (record.recordClass().equals(RecordClass.NONE) && there) {
            return any ? "YXDOMAIN" : "YXRRSET";
        }
        return "";
    }

    private static Set<RecordData> wanted(List<MessageRecord> all, MessageRecord like) {
        var wanted = new HashSet<RecordData>();
        for (var record : all) {
            if (record.recordClass().equals(RecordClass.IN)
                    && record.owner().equals(like.owner())
                    && record.type().equals(like.type())) {
                wanted.add(record.data().orElseThrow());
            }
        }
        return wanted;
    }

    private Set<RecordData> data(DomainName owner, RecordType type) {
        var found = new HashSet<RecordData>();
        for (var record : records) {
            if (record.owner().equals(owner) && record.type().equals(type)) {
                found.add(record.data());
            }
        }
        return found;
    }

    private Soa start() {
        return Soa.of(data(origin, RecordType.SOA).iterator().next());
    }

    private Ttl ttl(DomainName owner) {
        return records.stream()
                .filter(record -> record.owner().equals(owner))
                .filter(record -> record.type().equals(RecordType.SOA))
                .findFirst()
                .orElseThrow()
                .ttl();
    }

    private void change(MessageRecord record) {
        var owner = record.owner();
        var type = record.type();
        boolean isStart = type.equals(RecordType.SOA);
        boolean isApexServer = owner.equals(origin) && type.equals(RecordType.NS);
        if (record.recordClass().equals(RecordClass.IN)) {
            add(record);
        } else if (record.recordClass().equals(RecordClass.ANY)) {
            boolean all = type.equals(RecordType.ANY);
            records.removeIf(
                    found ->
                            found.owner().equals(owner)
                                    && (all || found.type().equals(type))
                                    && !stays(found));
        } else if (!isStart) {
            boolean isLast = isApexServer && data(owner, type).size() == 1;
            records.removeIf(
                    found ->
                            !isLast
                                    && found.owner().equals(owner)
                                    && found.data().equals(record.data().orElseThrow()));
        }
    }

    private boolean stays(ResourceRecord record) {
        return record.owner().equals(origin)
                && (record.type().equals(RecordType.SOA) || record.type().equals(RecordType.NS));
    }

    private void add(MessageRecord record) {
        var data = record.data().orElseThrow();
        var types = new HashSet<RecordType>();
        records.stream()
                .filter(found -> found.owner().equals(record.owner()))
                .forEach(found -> types.add(found.type()));
        boolean clashes =
                record.type().equals(RecordType.CNAME)
                        ? types.stream().anyMatch(type -> !type.equals(RecordType.CNAME))
                        : types.contains(RecordType.CNAME);
        if (clashes) {
            return;
        }
        if (record.type().equals(RecordType.SOA)
                && !(record.owner().equals(origin)
                        && Soa.of(data).serial().isNewerThan(start().serial()))) {
            return;
        }
        put(data, record.owner(), new Ttl((int) record.ttl()));
    }

    /// A set has one TTL (RFC 2181 §5.2), and some have one record.
    private void put(RecordData data, DomainName owner, Ttl ttl) {
        boolean single = data.type().equals(RecordType.CNAME) || data.type().equals(RecordType.SOA);
        var all = data(owner, data.type());
        if (single) {
            all.clear();
        }
        all.add(data);
        records.removeIf(found -> found.owner().equals(owner) && found.type().equals(data.type()));
        all.forEach(one -> records.add(new ResourceRecord(owner, ttl, one)));
    }

    Zone zone() {
        return Zone.of(origin, records);
    }
}
