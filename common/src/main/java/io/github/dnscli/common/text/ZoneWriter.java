package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes record sets as a zone file that [ZoneReader] reads to the same records: `$ORIGIN`, `$TTL`, the SOA, then all
/// names in canonical order (RFC 4034 §6.1), relative to the origin where they stand below it. The text is ASCII.
public final class ZoneWriter {

    private static final Comparator<RecordSet> ORDER =
            Comparator.comparing((RecordSet set) -> !set.type().equals(RecordType.SOA))
                    .thenComparing(RecordSet::owner)
                    .thenComparing(RecordSet::type);

    private final DomainName origin;
    private final List<RecordSet> sets;
    private final StringBuilder text = new StringBuilder();

    private ZoneWriter(DomainName origin, Collection<RecordSet> sets) {
        this.origin = origin;
        this.sets = sets.stream().sorted(ORDER).toList();
    }

    /// {@return a zone file of these sets}
    ///
    /// @param origin the zone's name
    /// @param sets in any order
    public static String write(DomainName origin, Collection<RecordSet> sets) {
        return new ZoneWriter(origin, sets).write();
    }

    private String write() {
        text.append("$ORIGIN ").append(origin).append('\n');
        if (!sets.isEmpty()) {
            var common = commonTtl();
            text.append("$TTL ").append(common).append('\n');
            sets.forEach(set -> write(set, common));
        }
        return text.toString();
    }

    /// {@return the TTL that most sets have, so that few lines need one; the longest of several}
    private Ttl commonTtl() {
        Map<Ttl, Long> counts =
                sets.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RecordSet::ttl, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Ttl, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private void write(RecordSet set, Ttl common) {
        for (var data : set.data()) {
            text.append(set.owner().relativeTo(origin)).append('\t');
            if (!set.ttl().equals(common)) {
                text.append(set.ttl()).append('\t');
            }
            text.append(set.type()).append('\t').append(data.text(origin)).append('\n');
        }
    }
}
