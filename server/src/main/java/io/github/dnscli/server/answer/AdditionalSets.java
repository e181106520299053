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
            case 2 -> // NS
                    set.data().forEach(data -> addWithGlue(zone, data.target().orElseThrow()));
            case 15, 33, 36, 64, 65 -> // MX, SRV, KX, SVCB, HTTPS
                    set.data().forEach(data -> addOwn(zone, data.target().orElseThrow()));
            default -> {}
        }
    }

    /// Adds the addresses of a host of the zone. Other zones are not asked: they have owners of their own.
    private void addOwn(Zone zone, DomainName host) {
        if (host.isAtOrBelow(zone.origin())) {
            for (var type : ADDRESSES) {
                if (zone.lookup(host, type) instanceof Lookup.Found(var sets)) {
                    addOnce(zone, sets.getFirst());
                }
            }
        }
    }

    /// Adds the addresses of a host of the zone, or glue if the host is below a cut.
    private void addWithGlue(Zone zone, DomainName host) {
        if (zone.cut(host).isPresent()) {
            addGlue(others, zone, host);
        } else {
            addOwn(zone, host);
        }
    }

    private void addOnce(Zone zone, RecordSet set) {
        if (!has(others, set)) {
            view.addTo(others, zone, set);
        }
    }

    /// Adds the addresses of the servers of a delegation. Without those of servers below the cut it would lead nowhere
    /// (RFC 9471 §2.1); those of others help.
    void addReferral(Zone zone, RecordSet servers) {
        for (var data : servers.data()) {
            var host = data.target().orElseThrow();
            if (host.isAtOrBelow(servers.owner())) {
                addGlue(glue, zone, host);
            } else {
                addWithGlue(zone, host);
            }
        }
    }

    /// Glue has no signatures (RFC 4035 §2.2).
    private static void addGlue(List<RecordSet> section, Zone zone, DomainName host) {
        int types = zone.types(host);
        for (var type : ADDRESSES) {
            if ((types & TypeBits.of(type.value())) != 0) {
                zone.recordSet(host, type)
                        .filter(set -> !has(section, set))
                        .ifPresent(section::add);
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
