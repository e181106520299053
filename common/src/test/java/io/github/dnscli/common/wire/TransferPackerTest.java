package io.github.dnscli.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TransferPackerTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final Message HEAD =
            Message.request(7, Opcode.QUERY, Question.of(ORIGIN, RecordType.AXFR))
                    .reply(Rcode.NOERROR);

    private static ResourceRecord opaque(String owner, int length) {
        byte[] data = new byte[length];
        return new ResourceRecord(
                DomainName.of(owner),
                new Ttl(60),
                RecordData.ofWire(RecordType.parse("TYPE65400").orElseThrow(), data));
    }

    private static Message decode(byte[] wire) {
        return ((Decoded.Valid) MessageCodec.decode(wire)).message();
    }

    private static TransferPacker begun(int fill, int most) {
        return new TransferPacker(HEAD, fill, most);
    }

    private static List<ResourceRecord> mixed(Random random, int count) {
        var records = new ArrayList<ResourceRecord>();
        for (int i = 0; i < count; i++) {
            String host = "h" + random.nextInt(50) + (random.nextBoolean() ? ".Sub" : ".sub");
            String owner = host + ".example.com";
            records.add(
                    switch (random.nextInt(5)) {
                        case 0 -> ResourceRecord.of(owner, i, RecordType.A, "192.0.2.1");
                        case 1 ->
                                ResourceRecord.of(
                                        owner,
                                        i,
                                        RecordType.MX,
                                        "10 mail." + host + ".Example.com");
                        case 2 -> ResourceRecord.of(owner, i, RecordType.NS, "ns." + owner);
                        case 3 ->
                                ResourceRecord.of(
                                        owner,
                                        i,
                                        RecordType.SRV,
                                        "1 2 3 srv." + host + ".example.com");
                        default ->
                                ResourceRecord.of(
                                        owner,
                                        i,
                                        RecordType.SOA,
                                        owner + " admin." + owner + " 1 2 3 4 5");
                    });
        }
        return records;
    }

    @Test
    void whatIsPackedComesOutAsItWasToTheLetter() {
        for (int seed = 0; seed < 20; seed++) {
            var records = mixed(new Random(seed), 400);
            var packer = begun(MessageCodec.MAX_LENGTH, MessageCodec.MAX_LENGTH);
            assertThat(records).allMatch(packer::add);
            var message = decode(packer.end());
            var expected = records.stream().map(MessageRecord::of).toList();
            assertThat(message).isEqualTo(HEAD.withSections(expected, List.of(), List.of()));
            assertThat(message.answers())
                    .extracting(MessageRecord::owner)
                    .hasToString(expected.stream().map(MessageRecord::owner).toList().toString());
        }
    }

    @Test
    void packsAsTightlyAsAnyMessage() {
        var records = mixed(new Random(1), 100);
        var packer = begun(MessageCodec.MAX_LENGTH, MessageCodec.MAX_LENGTH);
        records.forEach(packer::add);
        var whole =
                HEAD.withSections(
                        records.stream().map(MessageRecord::of).toList(), List.of(), List.of());
        assertThat(packer.end().length).isLessThanOrEqualTo(MessageCodec.encode(whole).length);
    }

    @Test
    void staysWithinItsLimit() {
        var packer = begun(600, 60_000);
        int count = 0;
        while (packer.add(opaque("x" + count + ".example.com", 20))) {
            count++;
        }
        byte[] wire = packer.end();
        assertThat(wire.length).isBetween(600 - 40, 600);
        assertThat(decode(wire).answers()).hasSize(count);
    }

    @Test
    void givesALongRecordAMessageAlone() {
        var packer = begun(600, MessageCodec.MAX_LENGTH);
        assertThat(packer.add(opaque("long.example.com", 60_000))).isTrue();
        assertThat(packer.add(opaque("next.example.com", 1))).isFalse();
        assertThat(decode(packer.end()).answers()).hasSize(1);
        packer = begun(600, MessageCodec.MAX_LENGTH);
        assertThat(packer.add(opaque("next.example.com", 1))).isTrue();
        assertThat(packer.add(opaque("long.example.com", 60_000))).isFalse();
        assertThat(decode(packer.end()).answers()).hasSize(1);
    }

    @Test
    void takesTheLongestRecordThatAMessageCanHold() {
        int room = MessageCodec.MAX_LENGTH - MessageCodec.encode(HEAD).length - 2 - 10;
        var packer = begun(600, MessageCodec.MAX_LENGTH);
        assertThat(packer.add(opaque("example.com", room + 1))).isFalse();
        assertThat(packer.isEmpty()).isTrue();
        packer = begun(600, MessageCodec.MAX_LENGTH);
        assertThat(packer.add(opaque("example.com", room))).isTrue();
        assertThat(packer.end()).hasSize(MessageCodec.MAX_LENGTH);
    }

    @Test
    void pointsToNothingBehindTheReachOfPointers() {
        var packer = begun(MessageCodec.MAX_LENGTH, MessageCodec.MAX_LENGTH);
        packer.add(opaque("example.com", 0x4000));
        for (int i = 0; i < 100; i++) {
            assertThat(packer.add(opaque("same.name.far.away", 1))).isTrue();
        }
        assertThat(decode(packer.end()).answers())
                .hasSize(101)
                .last()
                .extracting(MessageRecord::owner)
                .isEqualTo(DomainName.of("same.name.far.away"));
    }

    @Test
    void endsWithTheOptRecordOfItsHead() {
        var head = HEAD.withEdns(Optional.of(Edns.DEFAULT));
        var packer = new TransferPacker(head, 600, 600);
        packer.add(opaque("example.com", 1));
        assertThat(decode(packer.end()))
                .extracting(Message::edns, message -> message.answers().size())
                .containsExactly(head.edns(), 1);
    }
}
