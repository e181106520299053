package io.github.dnscli.certifier.policy;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/// Follows aliases within the zones watched, from name to name and from zone to zone.
final class AliasWalk {

    private static final int MAX_HOPS = 8;

    /// Where aliases end.
    sealed interface End {

        /// At records.
        record Found(DomainName zone, RecordSet records) implements End {}

        /// At a name within the zones that has none yet.
        record Empty() implements End {}

        /// Nowhere.
        ///
        /// @param problem where, for people
        record Lost(String problem) implements End {}
    }

    private final Map<DomainName, ZoneScan> scans;

    AliasWalk(Map<DomainName, ZoneScan> scans) {
        this.scans = scans;
    }

    /// {@return where an alias ends}
    End follow(RecordSet alias) {
        var seen = new LinkedHashSet<DomainName>();
        seen.add(alias.owner());
        var next = target(alias);
        while (next.isPresent()) {
            var name = next.get();
            if (!seen.add(name)) {
                return new End.Lost("it leads in a circle, by '%s'".formatted(name.display()));
            }
            if (seen.size() > MAX_HOPS + 1) {
                return new End.Lost("it leads over more than %s aliases".formatted(MAX_HOPS));
            }
            var zone = zoneOf(name);
            if (zone.isEmpty()) {
                return new End.Lost(
                        "it leads to '%s', which is in none of the zones watched"
                                .formatted(name.display()));
            }
            var records = zone.get().recordSet(name, RecordType.TLSA);
            if (records.isPresent()) {
                return new End.Found(zone.get().origin(), records.get());
            }
            next = zone.get().recordSet(name, RecordType.CNAME).flatMap(AliasWalk::target);
        }
        return new End.Empty();
    }

    private static Optional<DomainName> target(RecordSet alias) {
        return alias.data().getFirst().target();
    }

    /// {@return the zone that has a name and its say about it}
    Optional<Zone> zoneOf(DomainName name) {
        for (int labels = name.labelCount(); labels >= 0; labels--) {
            var scan = scans.get(name.suffix(labels));
            if (scan != null) {
                return Optional.of(scan.zone()).filter(zone -> zone.cut(name).isEmpty());
            }
        }
        return Optional.empty();
    }
}
