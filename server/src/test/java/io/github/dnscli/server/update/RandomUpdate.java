package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Prerequisites and changes of good shape about few names and few data, so that they often meet. What they make of a zone
/// breaks no rule of structure.
final class RandomUpdate {

    private static final List<String> NAMES =
            List.of("@", "a", "A", "b", "x.a", "y.x.a", "*", "*.b", "_tcp.b");
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
                    RecordData.of(RecordType.NS, "ns1.example.net."),
                    RecordData.of(RecordType.NS, "ns2.example.net."),
                    RecordData.of(RecordType.NS, "NS3.example.net."),
                    RecordData.of(RecordType.NS, "ns3.example.net."),
                    RecordData.of(RecordType.MX, "10 mail.example.net."),
                    RecordData.of(RecordType.of(65400), "\\# 0"),
                    RecordData.of(RecordType.of(65400), "\\# 2 abcd"));

    private final Random random;
    private final Zone zone;

    RandomUpdate(Random random, Zone zone) {
        this.random = random;
        this.zone = zone;
    }

    /// Mostly none, since most of them fail.
    List<MessageRecord> prerequisites() {
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
        return IntStream.range(0, count).mapToObj(_ -> prerequisite()).toList();
    }

    List<MessageRecord> changes() {
        return IntStream.range(0, random.nextInt(5)).mapToObj(_ -> change()).toList();
    }

    private MessageRecord prerequisite() {
        return switch (random.nextInt(3)) {
            case 0 -> MessageRecord.empty(name(), typeOrAny(), RecordClass.ANY);
            case 1 -> MessageRecord.empty(name(), typeOrAny(), RecordClass.NONE);
            default -> record(name(), RecordClass.IN, 0, data());
        };
    }

    private MessageRecord change() {
        return switch (random.nextInt(8)) {
            case 0 -> MessageRecord.empty(name(), typeOrAny(), RecordClass.ANY);
            case 1, 2 -> record(name(), RecordClass.NONE, 0, data());
            case 3 -> record(name(), RecordClass.IN, 60, start());
            default -> record(name(), RecordClass.IN, 60 * (1 + random.nextInt(2)), data());
        };
    }

    private static MessageRecord record(
            DomainName owner, RecordClass recordClass, int ttl, RecordData data) {
        return new MessageRecord(owner, data.type(), recordClass, ttl, Optional.of(data));
    }

    private DomainName name() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return name.equals("@") ? zone.origin() : zone.origin().child(name);
    }

    private RecordData data() {
        return DATA.get(random.nextInt(DATA.size()));
    }

    private RecordType typeOrAny() {
        return switch (random.nextInt(8)) {
            case 0 -> RecordType.ANY;
            case 1 -> RecordType.SOA;
            default -> data().type();
        };
    }

    /// Sometimes older, sometimes the same, sometimes newer.
    private RecordData start() {
        Soa soa = zone.soa().orElseThrow();
        long serial = Math.floorMod(soa.serial().value() + random.nextInt(-3, 5), 1L << 32);
        return soa.withSerial(new Serial(serial)).data();
    }
}
