package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.util.List;

/// Records and zones from lines of text: `owner ttl type data`, names absolute.
public final class Records {

    private Records() {}

    public static ResourceRecord record(String line) {
        String[] parts = line.strip().split("\\s+", 4);
        var type = RecordType.parse(parts[2]).orElseThrow();
        return new ResourceRecord(
                DomainName.of(parts[0]),
                new Ttl(Integer.parseInt(parts[1])),
                RecordData.of(type, parts[3]));
    }

    public static List<ResourceRecord> records(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Records::record).toList();
    }

    public static Zone zone(String origin, String lines) {
        return Zone.of(DomainName.of(origin), records(lines));
    }
}
