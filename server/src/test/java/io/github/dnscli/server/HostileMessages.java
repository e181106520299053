package io.github.dnscli.server;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Messages that nobody means well with, the same for a seed: good ones with octets changed, cut, moved and multiplied, and
/// octets that never were a message.
final class HostileMessages {

    private static final int LARGEST = 65535;
    private static final int HEADER = 12;

    private final Random random;
    private final List<byte[]> good = new ArrayList<>();

    /// @param key signs some of the messages before they are spoilt
    HostileMessages(long seed, TsigKey key) {
        random = new Random(seed);
        for (var message : goodMessages()) {
            good.add(MessageCodec.encode(message));
            good.add(Ask.sign(message, key));
        }
    }

    private static List<Message> goodMessages() {
        var address =
                MessageRecord.of(
                        ResourceRecord.of("new.example.com", 60, RecordType.A, "192.0.2.1"));
        var soa =
                MessageRecord.of(
                        ResourceRecord.of(
                                "example.com", 60, RecordType.SOA, "ns1. admin. 1 2 3 4 5"));
        var mail =
                MessageRecord.of(
                        ResourceRecord.of(
                                "www.example.com", 60, RecordType.MX, "1 mail.example.com"));
        var edns =
                new Edns(4096, 0, true, List.of(new EdnsOption.Opaque(3, "")))
                        .with(new EdnsOption.Opaque(10, "cookie.."));
        var host = DomainName.of("new.example.com");
        return List.of(
                Ask.query("www.example.com", RecordType.A),
                Ask.query("www.example.com", RecordType.A).withQuestions(manyQuestions()),
                Ask.query("*.wild.example.com", RecordType.ANY).withEdns(Optional.of(edns)),
                Ask.query("x.moved.example.com", RecordType.SVCB).withEdns(Optional.of(edns)),
                Ask.query("example.com", RecordType.AXFR),
                Ask.query("example.com", RecordType.IXFR)
                        .withSections(List.of(), List.of(soa), List.of()),
                Ask.update("example.com", List.of(), List.of(address, mail)),
                Ask.update(
                        "example.com",
                        List.of(MessageRecord.empty(host, RecordType.ANY, RecordClass.NONE)),
                        List.of(
                                MessageRecord.empty(host, RecordType.A, RecordClass.ANY),
                                new MessageRecord(
                                        host, RecordType.A, RecordClass.NONE, 0, address.data()))),
                Message.request(
                                3,
                                Opcode.NOTIFY,
                                Question.of(DomainName.of("example.com"), RecordType.SOA))
                        .withFlags(Set.of(Flag.AA))
                        .withSections(List.of(soa), List.of(), List.of()));
    }

    private static List<Question> manyQuestions() {
        return IntStream.range(0, 100)
                .mapToObj(i -> "x%d.%s.example.com".formatted(i, "l".repeat(60)))
                .map(name -> Question.of(DomainName.of(name), RecordType.A))
                .toList();
    }

    /// {@return the next message, 0 to 65535 octets}
    byte[] next() {
        int kind = random.nextInt(1000);
        if (kind == 0) {
            return huge();
        }
        if (kind < 50) {
            return octets(random.nextInt(600));
        }
        byte[] message = good.get(random.nextInt(good.size())).clone();
        for (int i = random.nextInt(1, 5); i > 0 && message.length > HEADER; i--) {
            message = spoilt(message);
        }
        return message;
    }

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private byte[] spoilt(byte[] message) {
        int at = random.nextInt(message.length);
        switch (random.nextInt(8)) {
            case 0 -> message[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> message[at] = (byte) random.nextInt();
            case 2 -> putU16(message, 4 + 2 * random.nextInt(4), random.nextInt(65536));
            case 3 -> putU16(message, at, 0xc000 | random.nextInt(message.length));
            case 4 -> putU16(message, at, random.nextBoolean() ? 0xffff : 0);
            case 5 -> {
                return Arrays.copyOf(message, at);
            }
            case 6 -> {
                return joined(Arrays.copyOf(message, at), good.get(random.nextInt(good.size())));
            }
            default -> {
                int from = random.nextInt(message.length);
                byte[] part = Arrays.copyOfRange(message, Math.min(at, from), Math.max(at, from));
                return joined(message, part);
            }
        }
        return message;
    }

    private static void putU16(byte[] message, int at, int value) {
        message[at] = (byte) (value >> 8);
        if (at + 1 < message.length) {
            message[at + 1] = (byte) value;
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// As many octets as a message can have, behind a good header or none: one octet, a pattern, or any.
    private byte[] huge() {
        byte[] message = octets(LARGEST);
        int pattern = random.nextInt(4);
        byte[] repeated = octets(random.nextInt(1, 20));
        for (int i = 0; i < message.length && pattern > 0; i++) {
            message[i] = pattern == 1 ? repeated[0] : repeated[i % repeated.length];
        }
        if (random.nextBoolean()) {
            byte[] head = good.get(random.nextInt(good.size()));
            System.arraycopy(head, 0, message, 0, head.length);
            putU16(message, 4 + 2 * random.nextInt(4), random.nextInt(65536));
        }
        return message;
    }

    /// {@return messages of 65535 octets that are as dear to read as we could make them}
    static List<byte[]> dear() {
        return List.of(
                filled(4, "00 0001 0001"),
                filled(10, "00 0001 0001 00000000 0004 c0000201"),
                filled(10, "00 0029 1000 00000000 0000"),
                filled(10, "00 fff0 0001 00000000 0000"),
                filled(10, "00 0002 0001 00000000 0001 00"),
                filled(10, "00 0006 00ff 00000000 0000"),
                options(),
                pointers());
    }

    private static byte[] filled(int countAt, String hex) {
        byte[] message = new byte[LARGEST];
        byte[] part = HexFormat.of().parseHex(hex.replace(" ", ""));
        int count = (LARGEST - HEADER) / part.length;
        for (int i = 0; i < count; i++) {
            System.arraycopy(part, 0, message, HEADER + i * part.length, part.length);
        }
        putU16(message, countAt, count);
        return Arrays.copyOf(message, HEADER + count * part.length);
    }

    /// One OPT record with as many options as fit.
    private static byte[] options() {
        byte[] message = new byte[HEADER + 11 + 65500];
        putU16(message, 10, 1);
        putU16(message, HEADER + 1, 41);
        putU16(message, HEADER + 9, 65500);
        return message;
    }

    /// A record with a chain of labels and pointers in its data, and as many names at its end as fit: each leads over as
    /// many pointers as a name may.
    private static byte[] pointers() {
        byte[] message = new byte[LARGEST];
        int at = HEADER;
        message[at + 2] = (byte) 0xff;
        message[at + 4] = 1;
        int data = at + 11;
        message[data] = 0;
        int end = data + 1;
        for (int i = 0; i < 126; i++) {
            message[end] = 1;
            message[end + 1] = 'a';
            putU16(message, end + 2, 0xc000 | (i == 0 ? data : end - 4));
            end += 4;
        }
        putU16(message, at + 9, end - data);
        int count = 1;
        for (int next = end; next + 12 <= LARGEST; next += 12, count++) {
            putU16(message, next, 0xc000 | end - 4);
            putU16(message, next + 2, 0xff00);
            putU16(message, next + 4, 1);
        }
        putU16(message, 6, count);
        return Arrays.copyOf(message, data + 1 + 126 * 4 + (count - 1) * 12);
    }
}
