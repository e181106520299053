package io.github.dnscli.testkit;

import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All the ways to change one thing in a signed zone.
final class ZoneMutations {

    /// What was done, and the zone it gave.
    record Mutation(String what, String zone) {}

    /// Type covered would stay a type, so not that one: algorithm, labels, TTL, end, begin, tag.
    private static final int[] SIGNATURE_OCTETS = {2, 3, 4, 8, 12, 16};

    private static final List<String> ADDITIONS =
            List.of(
                    "x.example.com. 60 IN A 192.0.2.1",
                    "mail.example.com. 60 IN TXT x",
                    "b.c.example.com. 60 IN TXT x",
                    "x.sub.example.com. 60 IN A 192.0.2.1",
                    "sub.example.com. 60 IN A 192.0.2.1",
                    "sub.example.com. 3600 IN DS 1 13 2 " + "0".repeat(64),
                    "y.example.com. 60 IN NS ns1.example.com.",
                    "z.y.example.com. 60 IN NS ns1.example.com.",
                    "x.away.example.com. 60 IN A 192.0.2.1");

    private final List<ResourceRecord> records;
    private final List<Mutation> mutations = new ArrayList<>();

    private ZoneMutations(List<ResourceRecord> records) {
        this.records = records;
    }

    static List<Mutation> of(List<ResourceRecord> records) {
        var all = new ZoneMutations(records);
        for (int i = 0; i < records.size(); i++) {
            all.without(i);
            all.withOtherEnd(i);
            all.withOtherTtl(records.get(i));
            if (records.get(i).type().equals(RecordType.RRSIG)) {
                for (int octet : SIGNATURE_OCTETS) {
                    all.withOtherOctet(i, octet, octet == 8 ? 0x0f : octet == 12 ? 0x10 : 1);
                }
            }
        }
        all.withoutNames();
        for (String line : ADDITIONS) {
            all.add("plus " + line, text(records) + line + "\n");
        }
        return all.mutations;
    }

    static String text(List<ResourceRecord> records) {
        return records.stream().map(ResourceRecord::toString).collect(Collectors.joining("\n"))
                + "\n";
    }

    private void add(String what, String zone) {
        mutations.add(new Mutation(what, zone));
    }

    private void without(int index) {
        var fewer = new ArrayList<>(records);
        fewer.remove(index);
        add("without " + records.get(index), text(fewer));
    }

    private void withOtherEnd(int index) {
        withOtherOctet(index, records.get(index).data().length() - 1, 2);
    }

    private void withOtherOctet(int index, int at, int bits) {
        var record = records.get(index);
        byte[] wire = record.data().wire();
        wire[at] ^= (byte) bits;
        if (RecordData.decode(record.type(), wire) instanceof ParsedData.Valid(var data)) {
            var others = new ArrayList<>(records);
            others.set(index, new ResourceRecord(record.owner(), record.ttl(), data));
            add("octet " + at + " of " + record, text(others));
        }
    }

    /// Not those of signatures: a zone does not keep the TTL of each.
    private void withOtherTtl(ResourceRecord record) {
        if (!record.type().equals(RecordType.RRSIG)) {
            var others = new ArrayList<ResourceRecord>();
            for (var each : records) {
                boolean isSame =
                        each.owner().equals(record.owner()) && each.type().equals(record.type());
                var ttl = isSame ? new Ttl(7200) : each.ttl();
                others.add(new ResourceRecord(each.owner(), ttl, each.data()));
            }
            add("TTL of " + record, text(others));
        }
    }

    private void withoutNames() {
        for (var name : records.stream().map(ResourceRecord::owner).distinct().toList()) {
            add(
                    "without " + name,
                    text(records.stream().filter(r -> !r.owner().equals(name)).toList()));
        }
    }
}
