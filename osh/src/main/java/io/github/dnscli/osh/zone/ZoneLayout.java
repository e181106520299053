package io.github.dnscli.osh.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Record sets as a zone file for people: the SOA first, a column for each of name, TTL and type, each record on a line of
/// its own that can be moved, and TTLs only where they differ from most. `ZoneReader` reads the same records from it.
public final class ZoneLayout {

    /// Names that are longer do not push the columns of all others to the right.
    private static final int WIDEST = 32;

    private static final Comparator<RecordSet> ORDER =
            Comparator.comparing((RecordSet set) -> !set.type().equals(RecordType.SOA))
                    .thenComparing(RecordSet::owner)
                    .thenComparing(RecordSet::type);

    private final DomainName origin;
    private final List<RecordSet> sets;
    private final StringBuilder text = new StringBuilder();
    private final Ttl common;
    private final int nameWidth;
    private final int ttlWidth;
    private final int typeWidth;

    private ZoneLayout(DomainName origin, List<RecordSet> sets) {
        this.origin = origin;
        this.sets = sets.stream().sorted(ORDER).toList();
        this.common = commonTtl();
        this.nameWidth = width(sets.stream().map(this::name).toList());
        this.ttlWidth = width(records().map(this::ttl).toList());
        this.typeWidth = width(sets.stream().map(set -> set.type().toString()).toList());
    }

    /// {@return a zone file of these sets, each line with its end}
    ///
    /// @param origin what names are relative to
    /// @param sets in any order
    public static String file(DomainName origin, List<RecordSet> sets) {
        var layout = new ZoneLayout(origin, sets);
        layout.text.append("$ORIGIN ").append(origin).append('\n');
        layout.text.append("$TTL ").append(layout.common).append('\n');
        return layout.write();
    }

    private String write() {
        sets.forEach(this::write);
        return text.toString();
    }

    /// The longest of those that are equally common.
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
                .map(Map.Entry::getKey)
                .orElse(new Ttl(3600));
    }

    private Stream<ResourceRecord> records() {
        return sets.stream().flatMap(set -> set.records().stream());
    }

    private static int width(List<String> words) {
        return words.stream()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
    }

    private String name(RecordSet set) {
        return set.owner().relativeTo(origin);
    }

    private String ttl(ResourceRecord record) {
        return record.ttl().equals(common) ? "" : record.ttl().toString();
    }

    private void write(RecordSet set) {
        for (var record : set.records()) {
            var data = record.data();
            pad(name(set), nameWidth);
            if (ttlWidth > 0) {
                pad(ttl(record), ttlWidth);
            }
            pad(set.type().toString(), typeWidth);
            int column = text.length() - text.lastIndexOf("\n") - 1;
            text.append(set.type().equals(RecordType.SOA) ? soa(data, column) : plain(data));
            text.append('\n');
        }
    }

    private void pad(String word, int width) {
        text.append(word).repeat(" ", Math.max(0, width - word.length())).append("  ");
    }

    private String plain(RecordData data) {
        return data.text(origin);
    }

    private String soa(RecordData data, int column) {
        var soa = Soa.of(data);
        String indent = "\n" + " ".repeat(column);
        return soa.primary().relativeTo(origin)
                + " "
                + soa.mailbox().relativeTo(origin)
                + " ("
                + line(indent, soa.serial().value(), "serial, which the server moves")
                + line(indent, soa.refresh(), "refresh")
                + line(indent, soa.retry(), "retry")
                + line(indent, soa.expire(), "expire")
                + line(indent, soa.minimum(), "TTL of negative answers")
                + indent
                + ")";
    }

    private static String line(String indent, long number, String meaning) {
        return "%s%-10s ; %s".formatted(indent, number, meaning);
    }
}
