package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Changes of zones about few names and few data, so that they often meet; each keeps the zone sound.
final class RandomChange {

    private static final List<String> NAMES =
            List.of("a", "A", "b", "x.a", "y.x.a", "*.b", "mail", "sub", "ns.sub");
    private static final List<RecordData> DATA =
            List.of(
                    RecordData.of(RecordType.A, "192.0.2.1"),
                    RecordData.of(RecordType.A, "192.0.2.2"),
                    RecordData.of(RecordType.A, "192.0.2.3"),
                    RecordData.of(RecordType.AAAA, "2001:db8::1"),
                    RecordData.of(RecordType.TXT, "one"),
                    RecordData.of(RecordType.TXT, "two"),
                    RecordData.of(RecordType.CNAME, "host.example.net."),
                    RecordData.of(RecordType.CNAME, "other.example.net."),
                    RecordData.of(RecordType.DNAME, "example.net."),
                    RecordData.of(RecordType.NS, "ns1.example.net."),
                    RecordData.of(RecordType.NS, "ns.sub.example.com."),
                    RecordData.of(RecordType.MX, "10 mail.example.com."),
                    RecordData.of(RecordType.MX, "20 mail.example.net."));

    private final Random random;

    RandomChange(Random random) {
        this.random = random;
    }

    /// {@return a zone with a few changes made; its serial has not moved}
    Zone of(Zone zone, int most) {
        var changed = zone;
        for (int wanted = 1 + random.nextInt(most); wanted > 0; ) {
            var next = one(changed);
            if (ZoneChecks.faults(next, Scope.WHOLE).isEmpty()) {
                changed = next;
                wanted--;
            }
        }
        return changed;
    }

    private Zone one(Zone zone) {
        if (random.nextInt(12) == 0) {
            return withStart(zone);
        }
        var data = DATA.get(random.nextInt(DATA.size()));
        var owner = Updates.ORIGIN.child(NAMES.get(random.nextInt(NAMES.size())));
        return random.nextInt(3) == 0
                ? without(zone, owner, data.type())
                : with(zone, owner, data, new Ttl(60 * (1 + random.nextInt(2))));
    }

    private Zone with(Zone zone, DomainName owner, RecordData added, Ttl ttl) {
        var data = new ArrayList<RecordData>();
        zone.recordSet(owner, added.type())
                .filter(_ -> !added.type().equals(RecordType.CNAME))
                .ifPresent(set -> data.addAll(set.data()));
        data.add(added);
        return zone.with(new RecordSet(owner, added.type(), ttl, data));
    }

    private Zone without(Zone zone, DomainName owner, RecordType type) {
        var present = zone.recordSet(owner, type);
        if (present.isEmpty() || present.get().data().size() == 1 || random.nextBoolean()) {
            return zone.without(owner, type);
        }
        var data = new ArrayList<>(present.get().data());
        data.remove(random.nextInt(data.size()));
        return zone.with(new RecordSet(owner, type, present.get().ttl(), data));
    }

    private Zone withStart(Zone zone) {
        var soa = zone.soa().orElseThrow();
        var other =
                new Soa(
                        soa.primary(),
                        soa.mailbox(),
                        soa.serial(),
                        random.nextInt(3),
                        soa.retry(),
                        soa.expire(),
                        random.nextInt(3));
        var ttl = new Ttl(60 * (1 + random.nextInt(2)));
        return zone.with(new RecordSet(zone.origin(), RecordType.SOA, ttl, List.of(other.data())));
    }
}
