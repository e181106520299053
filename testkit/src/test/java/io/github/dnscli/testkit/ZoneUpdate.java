package io.github.dnscli.testkit;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.text.SetChange;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A random update of a zone: sets as they shall be, and a newer serial.
///
/// @param sets what shall be there of each set that changes, the SOA included; empty if it shall not be there
record ZoneUpdate(Map<Key, Optional<RecordSet>> sets) {

    private static final Set<RecordType> SINGLE =
            Set.of(RecordType.SOA, RecordType.CNAME, RecordType.DNAME);

    /// Which set a record belongs to.
    record Key(DomainName owner, RecordType type) {

        static Key of(ResourceRecord record) {
            return new Key(record.owner(), record.type());
        }
    }

    /// {@return an update of one to three sets}
    static ZoneUpdate of(ZoneFile file, Random random) {
        return new Choice(file.zone(), random).update();
    }

    /// {@return the same as the editor takes it}
    List<SetChange> changes() {
        var changes = new ArrayList<SetChange>();
        sets.forEach(
                (key, set) ->
                        changes.add(
                                set.<SetChange>map(SetChange.Put::new)
                                        .orElseGet(
                                                () ->
                                                        new SetChange.Remove(
                                                                key.owner(), key.type()))));
        return changes;
    }

    /// {@return the zone with the update in force}
    Zone appliedTo(Zone zone) {
        var records = new ArrayList<ResourceRecord>();
        zone.records().filter(record -> !sets.containsKey(Key.of(record))).forEach(records::add);
        sets.values().forEach(set -> set.ifPresent(some -> records.addAll(some.records())));
        return Zone.of(zone.origin(), records);
    }

    /// What an update is made of.
    private record Choice(Zone zone, Random random) {

        private ZoneUpdate update() {
            var sets = new LinkedHashMap<Key, Optional<RecordSet>>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                var key = key();
                if (!key.type().equals(RecordType.SOA)) {
                    sets.put(key, changed(key, zone.recordSet(key.owner(), key.type())));
                }
            }
            var apex = new Key(zone.origin(), RecordType.SOA);
            sets.put(apex, Optional.of(start(zone.recordSet(zone.origin(), apex.type()).get())));
            return new ZoneUpdate(sets);
        }

        private Key key() {
            var present = zone.recordSets().toList();
            var some = present.get(random.nextInt(present.size()));
            return switch (random.nextInt(5)) {
                case 0 -> new Key(newName(), newType());
                case 1 -> new Key(some.owner(), newType());
                default -> new Key(some.owner(), some.type());
            };
        }

        private DomainName newName() {
            return zone.origin()
                    .child(
                            pick("a", "new", "_acme-challenge.www", "zz", "x.y", "in.sub", "0", "*")
                                    + pick("", "", random.nextInt(100) + ""));
        }

        private RecordType newType() {
            return pick(RecordType.A, RecordType.AAAA, RecordType.TXT, RecordType.MX);
        }

        private Optional<RecordSet> changed(Key key, Optional<RecordSet> present) {
            var ttl = present.map(RecordSet::ttl).orElse(new Ttl(pick(3600, 3600, 60)));
            var data = new ArrayList<>(present.map(RecordSet::data).orElse(List.of()));
            switch (random.nextInt(6)) {
                case 0 -> data.clear();
                case 1 -> ttl = new Ttl(pick(60, 300, 86400));
                case 2 -> data.subList(0, Math.min(1, data.size())).clear();
                case 3 -> {
                    data.clear();
                    add(key.type(), data);
                    add(key.type(), data);
                }
                case 4 -> {
                    if (!data.isEmpty()) {
                        data.remove(random.nextInt(data.size()));
                    }
                    add(key.type(), data);
                }
                default -> add(key.type(), data);
            }
            return data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RecordSet(key.owner(), key.type(), ttl, data));
        }

        private void add(RecordType type, List<RecordData> data) {
            if (SINGLE.contains(type)) {
                data.clear();
            }
            text(type).map(text -> RecordData.of(type, text)).ifPresent(data::add);
        }

        private Optional<String> text(RecordType type) {
            int n = random.nextInt(250);
            return switch (type.toString()) {
                case "A" -> Optional.of("198.51.100." + n);
                case "AAAA" -> Optional.of("2001:db8:ffff::" + n);
                case "TXT" ->
                        Optional.of(
                                pick("token-" + n, "\"two; " + n + "\" \"(b\\\"\"", "\"\" " + n));
                case "MX" -> Optional.of(n + " mail.example.com.");
                case "NS", "CNAME", "DNAME", "PTR" -> Optional.of("host" + n + ".example.net.");
                case "SRV" -> Optional.of("0 5 " + n + " ns1.example.com.");
                case "TLSA" -> Optional.of("3 1 1 " + "%02x".formatted(n).repeat(32));
                case "HTTPS" -> Optional.of("1 . port=" + n + " alpn=h3");
                case "CAA" -> Optional.of("0 issue \"ca" + n + ".example\"");
                default -> Optional.empty();
            };
        }

        private RecordSet start(RecordSet old) {
            var soa = Soa.of(old.data().getFirst());
            long ahead = pick(1L, 1L, 1L, 100L, 1L << 30);
            var serial = new Serial((soa.serial().value() + ahead) % (1L << 32)).next();
            var next = soa.withSerial(serial).data();
            if (random.nextInt(10) == 0) {
                var words = next.text(DomainName.ROOT).split(" ");
                words[3 + random.nextInt(4)] = pick("1000", "7200", "3600");
                next = RecordData.of(RecordType.SOA, String.join(" ", words));
            }
            var ttl = random.nextInt(20) == 0 ? new Ttl(pick(60, 3600)) : old.ttl();
            return new RecordSet(old.owner(), old.type(), ttl, List.of(next));
        }

        @SafeVarargs
        private <T> T pick(T... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
