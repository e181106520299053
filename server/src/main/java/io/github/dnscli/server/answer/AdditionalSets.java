package io.github.dnscli.server.answer;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.List;

/// Addresses of the hosts that answers and referrals name, as far as their own zone knows them.
final class AdditionalSets {

    private static final List<RecordType> ADDRESSES = List.of(RecordType.A, RecordType.AAAA);

    private final ZoneView view;
    private final List<RecordSet> glue = new ArrayList<>();
    private final List<RecordSet> others = new ArrayList<>();

    AdditionalSets(ZoneView view) {
        this.view = view;
    }

    /// {@return addresses that the client cannot find elsewhere}
    List<RecordSet> glue() {
        return glue;
    }

    /// {@return addresses that it may do without}
    ///
    /// @param answers what it has already
    List<RecordSet> others(List<RecordSet> answers) {
        others.removeIf(set -> has(answers, set) || has(glue, set));
        return others;
    }

    /// Adds the addresses of the hosts that an answer names.
    ///
    /// @param zone the zone that the answer is from
    void addFor(Zone zone, RecordSet set) {
        switch (set.type().value()) {
            case 2, 15, 18, 21, 33, 36 -> // NS, MX, AFSDB, RT, SRV, KX
                    set.data().forEach(data -> addAddresses(zone, data.target().orElseThrow()));
            case 64, 65 -> // SVCB, HTTPS
                    set.data().forEach(data -> addService(zone, set, data.target().orElseThrow()));
            default -> {}
        }
    }

    /// The target `.` of a service binding means its owner (RFC 9460 §2.5).
    private void addService(Zone zone, RecordSet set, DomainName target) {
        addAddresses(zone, target.isRoot() ? set.owner() : target);
    }

    /// Only the zone itself is asked: what other zones say may change without it, and is no business of its client.
    private void addAddresses(Zone zone, DomainName host) {
        if (!host.isAtOrBelow(zone.origin())) {
            return;
        }
        for (var type : ADDRESSES) {
            switch (zone.lookup(host, type)) {
                case Lookup.Found(var sets) -> addOnce(zone, sets.getFirst());
                case Lookup.Delegated _ ->
                        zone.recordSet(host, type).ifPresent(set -> addUnsigned(others, set));
                case Lookup.Alias _,
                        Lookup.SubtreeAlias _,
                        Lookup.NoData _,
                        Lookup.NoName _ -> {}
            }
        }
    }

    private void addOnce(Zone zone, RecordSet set) {
        if (!has(others, set)) {
            view.addTo(others, zone, set);
        }
    }

    /// Glue has no signatures (RFC 4035 §2.2).
    private static void addUnsigned(List<RecordSet> section, RecordSet set) {
        if (!has(section, set)) {
            section.add(set);
        }
    }

    /// Adds the addresses of the servers of a delegation. Without those of servers below the cut it would lead nowhere
    /// (RFC 9471 §2.1); those of others help.
    void addGlue(Zone zone, RecordSet servers) {
        for (var data : servers.data()) {
            var host = data.target().orElseThrow();
            if (host.isAtOrBelow(servers.owner())) {
                addNeeded(zone, host);
            } else {
                addAddresses(zone, host);
            }
        }
    }

    private void addNeeded(Zone zone, DomainName host) {
        for (var type : ADDRESSES) {
            if ((zone.types(host) & TypeBits.of(type.value())) != 0) {
                zone.recordSet(host, type).ifPresent(set -> addUnsigned(glue, set));
            }
        }
    }

    private static boolean has(List<RecordSet> sets, RecordSet wanted) {
        for (var set : sets) {
            if (set.type().equals(wanted.type()) && set.owner().equals(wanted.owner())) {
                return true;
            }
        }
        return false;
    }
}
