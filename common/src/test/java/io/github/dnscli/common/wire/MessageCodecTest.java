package io.github.dnscli.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final Question QUESTION = Question.of(ZONE, RecordType.SOA);

    private static Message decode(byte[] wire) {
        return switch (MessageCodec.decode(wire)) {
            case Decoded.Valid(var message, _) -> message;
            case Decoded.Malformed(_, var problem) -> throw new AssertionError(problem);
        };
    }

    private static String problem(byte[] wire) {
        return switch (MessageCodec.decode(wire)) {
            case Decoded.Valid(var message, _) -> throw new AssertionError(message);
            case Decoded.Malformed(_, var problem) -> problem;
        };
    }

    private static Message answering(MessageRecord... records) {
        return Message.request(7, Opcode.QUERY, QUESTION)
                .reply(Rcode.NOERROR)
                .withSections(List.of(records), List.of(), List.of());
    }

    private static MessageRecord record(String owner, RecordType type, String data) {
        return MessageRecord.of(ResourceRecord.of(owner, 60, type, data));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A      | 192.0.2.1
                    NS     | Ns.Example.com.
                    SOA    | ns.example.com. host.example.com. 1 2 3 4 5
                    MX     | 10 mail.example.com.
                    TXT    | "one" "two"
                    SRV    | 1 2 3 Host.example.com.
                    NAPTR  | 1 2 "u" "sip" "!^.*$!x!" example.com.
                    TLSA   | 3 255 0 3082FFFF
                    CAA    | 0 issue "ca.example"
                    RRSIG  | A 13 2 60 20261231000000 20260101000000 1 example.com. AAAA
                    NSEC   | a.example.com. A NS TYPE65000
                    HTTPS  | 1 . alpn="h2" port="8443"
                    TYPE65280 | \\# 3 010203
                    """)
    void carriesDataOfEveryTypeUnchanged(String type, String data) {
        var message = answering(record("example.com", RecordType.parse(type).orElseThrow(), data));

        assertThat(decode(MessageCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void keepsTheCaseOfEveryName() {
        var message =
                answering(
                        record("EXAMPLE.com", RecordType.NS, "ns.Example.COM"),
                        record("example.com", RecordType.NS, "NS.example.com"));

        var read = decode(MessageCodec.encode(message));

        assertThat(read.answers().get(0).owner()).hasToString("EXAMPLE.com.");
        assertThat(read.answers().get(0).data().orElseThrow().text()).isEqualTo("ns.Example.COM.");
        assertThat(read.answers().get(1).owner()).hasToString("example.com.");
        assertThat(read.answers().get(1).data().orElseThrow().text()).isEqualTo("NS.example.com.");
    }

    @Test
    void compressesRepeatedNames() {
        byte[] wire =
                MessageCodec.encode(
                        answering(record("www.example.com", RecordType.A, "192.0.2.1")));

        assertThat(wire).hasSize(12 + 17 + 4 + 2 + 10 + 4);
    }

    @Test
    void doesNotCompressNamesInDataOfLaterTypes() {
        byte[] wire =
                MessageCodec.encode(
                        answering(record("example.com", RecordType.SRV, "1 2 3 example.com")));

        assertThat(wire).hasSize(12 + 17 + 2 + 10 + 6 + 13);
    }

    @Test
    void readsCompressedNamesInDataWhereOldServersPutThem() {
        byte[] wire =
                new Octets()
                        .hex("0007 8400 0001 0001 0000 0000")
                        .name("example.com")
                        .hex("0021 0001 c00c 0021 0001 0000003c 0008 0001 0002 0003 c00c")
                        .toBytes();

        assertThat(decode(wire).answers())
                .containsExactly(record("example.com", RecordType.SRV, "1 2 3 example.com"));
    }

    @Test
    void carriesTheEmptyRecordsOfAnUpdate() {
        var update =
                Message.request(1, Opcode.UPDATE, QUESTION)
                        .withSections(
                                List.of(
                                        MessageRecord.empty(ZONE, RecordType.ANY, RecordClass.ANY),
                                        MessageRecord.empty(ZONE, RecordType.A, RecordClass.NONE)),
                                List.of(
                                        MessageRecord.empty(ZONE, RecordType.TLSA, RecordClass.ANY),
                                        new MessageRecord(
                                                ZONE,
                                                RecordType.A,
                                                RecordClass.NONE,
                                                0,
                                                Optional.of(
                                                        RecordData.of(RecordType.A, "192.0.2.1")))),
                                List.of());

        assertThat(decode(MessageCodec.encode(update))).isEqualTo(update);
    }

    @Test
    void carriesEdnsWithItsOptionsAndTheLongRcode() {
        var edns =
                new Edns(1232, 0, true, List.of())
                        .with(new EdnsOption.ExtendedError(18, "geht nicht: ü"))
                        .with(new EdnsOption.Opaque(3, "nsid\u00ff"));
        var message =
                Message.request(9, Opcode.QUERY, QUESTION)
                        .reply(Rcode.BADVERS)
                        .withEdns(Optional.of(edns));

        assertThat(decode(MessageCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void carriesAllFlags() {
        var message = Message.request(9, Opcode.NOTIFY, QUESTION).withFlags(Set.of(Flag.values()));

        assertThat(decode(MessageCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void refusesAnRcodeThatWantsEdnsWithoutIt() {
        var message = Message.request(9, Opcode.QUERY, QUESTION).reply(Rcode.BADVERS);

        assertThatThrownBy(() -> MessageCodec.encode(message)).hasMessageContaining("OPT");
    }

    @Test
    void readsTheNotifyOfTheOcamlClient() {
        byte[] wire =
                new Octets()
                        .hex("9db7 2400 0001 0001 0000 0000")
                        .name("example.com")
                        .hex("0006 0001 c00c 0006 0001 00000000 0018 c00c c00c 00000007")
                        .hex("00000000 00000000 00000000 00000000")
                        .toBytes();

        var message = decode(wire);

        assertThat(message.opcode()).isEqualTo(Opcode.NOTIFY);
        assertThat(message.flags()).containsExactly(Flag.AA);
        assertThat(message.answers())
                .containsExactly(
                        MessageRecord.of(
                                ResourceRecord.of(
                                        "example.com",
                                        0,
                                        RecordType.SOA,
                                        "example.com. example.com. 7 0 0 0 0")));
        assertThat(MessageCodec.encode(message)).isEqualTo(wire);
    }

    @Test
    void dropsWholeSetsAndSaysSo() {
        var many =
                IntStream.range(0, 40)
                        .mapToObj(i -> record("example.com", RecordType.A, "192.0.2." + i))
                        .toList();
        var message =
                answering(many.toArray(MessageRecord[]::new))
                        .withSections(
                                many, List.of(record("example.com", RecordType.NS, "ns")), many)
                        .withEdns(Optional.of(Edns.DEFAULT));

        byte[] wire = MessageCodec.encode(message, 512);
        var cut = decode(wire);

        assertThat(wire.length).isLessThanOrEqualTo(512);
        assertThat(cut.has(Flag.TC)).isTrue();
        assertThat(cut.answers()).isEmpty();
        assertThat(cut.authority()).isEmpty();
        assertThat(cut.questions()).isEqualTo(message.questions());
        assertThat(cut.edns()).contains(Edns.DEFAULT);
    }

    @Test
    void dropsAdditionalRecordsInSilence() {
        var glue =
                IntStream.range(0, 40)
                        .mapToObj(i -> record("ns" + i, RecordType.A, "192.0.2.1"))
                        .toList();
        var message = answering(record("example.com", RecordType.NS, "ns1"));
        var large = message.withSections(message.answers(), List.of(), glue);

        byte[] wire = MessageCodec.encode(large, 100);
        var cut = decode(wire);

        assertThat(wire.length).isLessThanOrEqualTo(100);
        assertThat(cut.has(Flag.TC)).isFalse();
        assertThat(cut.answers()).isEqualTo(large.answers());
        assertThat(cut.additional()).hasSizeBetween(1, 4);
    }

    private static RecordSet set(String owner, RecordType type, String data) {
        return RecordSet.of(ResourceRecord.of(owner, 60, type, data));
    }

    private static Message cut(List<RecordSet> glue, List<RecordSet> additional, int size) {
        var reply =
                new QueryReply(
                        Rcode.NOERROR,
                        false,
                        List.of(),
                        List.of(set("example.com", RecordType.NS, "ns1.example.com")),
                        glue,
                        additional,
                        Optional.empty());
        var query = Message.request(7, Opcode.QUERY, QUESTION);
        byte[] wire = MessageCodec.encode(query, reply, Optional.of(Edns.DEFAULT), size);
        assertThat(wire.length).isLessThanOrEqualTo(size);
        return decode(wire);
    }

    @Test
    void saysSoWhenAReferralLosesItsGlue() {
        var addresses =
                IntStream.range(0, 40)
                        .mapToObj(i -> set("ns" + i, RecordType.A, "192.0.2.1"))
                        .toList();

        assertThat(cut(addresses, List.of(), 120).has(Flag.TC)).isTrue();
        assertThat(cut(List.of(), addresses, 120).has(Flag.TC)).isFalse();
        assertThat(cut(List.of(), addresses, 120).additional()).hasSizeBetween(1, 4);
    }

    @Test
    void writesASetOfAReplyAsItsRecords() {
        var sets =
                List.of(
                        set("Www.example.com", RecordType.MX, "10 Mail.example.com"),
                        set("mail.example.com", RecordType.AAAA, "2001:db8::1"));
        var message = cut(sets, List.of(), 512);

        assertThat(message.additional())
                .containsExactly(
                        record("Www.example.com", RecordType.MX, "10 Mail.example.com"),
                        record("mail.example.com", RecordType.AAAA, "2001:db8::1"));
    }

    @Test
    void readsNamesWithAPointerForEachLabelAndNoMore() {
        assertThat(problem(pointers(200))).contains("too many pointers");
        assertThat(decode(pointers(100)).answers()).hasSize(2);
    }

    /// A record whose data is a chain of pointers, and one whose owner is at its end.
    private static byte[] pointers(int many) {
        var wire =
                new Octets()
                        .hex("0007 0000 0000 0002 0000 0000 00 fff0 0001 00000000")
                        .hex("%04x".formatted(2 * many + 1))
                        .hex("00");
        int at = 23;
        wire.hex("c017");
        for (int i = 1; i < many; i++) {
            wire.hex("%04x".formatted(0xc000 | at + 1 + 2 * (i - 1)));
        }
        return wire.hex("%04x".formatted(0xc000 | at + 1 + 2 * (many - 1)))
                .hex("0001 0001 00000000 0004 c0000201")
                .toBytes();
    }

    @Test
    void namesBehindADroppedSetDoNotPointIntoIt() {
        var large =
                IntStream.range(0, 40)
                        .mapToObj(i -> record("a.b.c", RecordType.TXT, "\"text number " + i + "\""))
                        .toList();
        var message =
                answering()
                        .withSections(List.of(), large, List.of())
                        .withEdns(Optional.of(Edns.DEFAULT));

        assertThat(decode(MessageCodec.encode(message, 200)).questions())
                .isEqualTo(message.questions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    00                                              | ends in the middle
                    0007 0000 0001 0000 0000 0000                   | ends in the middle
                    0007 0000 0001 0000 0000 0000 c00c 0001 0001    | does not point backwards
                    0007 0000 0001 0000 0000 0000 c0ff 0001 0001    | does not point backwards
                    0007 0000 0001 0000 0000 0000 41 00 0001 0001   | label of an unknown kind
                    0007 0000 0000 0000 0000 0000 00                | 1 octets follow
                    0007 0000 0000 0001 0000 0000 00 0001 0001 00000000 0003 010203 | A record at '.'
                    0007 0000 0000 0001 0000 0000 00 0001 0001 00000000 ffff 01     | in the middle of a record
                    0007 0000 0000 0001 0000 0000 00 0002 0001 00000000 0001 00 00  | octets follow
                    0007 0000 0000 0001 0000 0000 00 0029 0001 00000000 0000        | OPT record out of place
                    0007 0000 0000 0001 0000 0000 00 00fa 00ff 00000000 0000        | TSIG record is not the last
                    """)
    void saysWhatIsWrongWithOctetsThatAreNoMessage(String hex, String problem) {
        assertThat(problem(new Octets().hex(hex).toBytes())).contains(problem);
    }

    @Test
    void takesNoTwoOptRecords() {
        String opt = "00 0029 1000 00000000 0000";

        assertThat(problem(new Octets().hex("0007 0000 0000 0000 0000 0002" + opt + opt).toBytes()))
                .contains("OPT");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsAnyOctetsWithoutException(long seed) {
        var random = new Random(seed);
        byte[] good =
                MessageCodec.encode(
                        answering(
                                        record(
                                                "www.example.com",
                                                RecordType.MX,
                                                "1 www.example.com"),
                                        record(
                                                "www.example.com",
                                                RecordType.NAPTR,
                                                "1 2 a b c www.example.com"))
                                .withEdns(Optional.of(Edns.DEFAULT)));
        for (int i = 0; i < 5000; i++) {
            byte[] bad = good.clone();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            assertThat(MessageCodec.decode(bad)).as("seed %d, round %d", seed, i).isNotNull();
            if (MessageCodec.decode(bad) instanceof Decoded.Valid(var message, var tsig)
                    && tsig.isEmpty()) {
                var again = MessageCodec.encode(message, MessageCodec.MAX_LENGTH);
                assertThat(MessageCodec.decode(again)).isInstanceOf(Decoded.Valid.class);
            }
        }
    }

    @Test
    void answersWhatItCannotReadWithAHeader() {
        byte[] request = new Octets().hex("1234 2910 0001 0000 0000 0000 41").toBytes();

        assertThat(MessageCodec.formatError(request))
                .contains(new Octets().hex("1234 a901 0000 0000 0000 0000").toBytes());
    }

    @Test
    void answersWhatHasTwoOptRecordsWithOne() {
        String opt = "00 0029 1000 00000000 0000";
        byte[] request = new Octets().hex("1234 2910 0000 0000 0000 0002" + opt + opt).toBytes();

        var reply = decode(MessageCodec.formatError(request).orElseThrow());

        assertThat(reply.rcode()).isEqualTo(Rcode.FORMERR);
        assertThat(reply.edns()).contains(Edns.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "1234 8000 0001 0000 0000 0000 41"})
    void doesNotAnswerRepliesNorCutHeaders(String hex) {
        assertThat(MessageCodec.formatError(new Octets().hex(hex).toBytes())).isEmpty();
    }
}
