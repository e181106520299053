package io.github.dnscli.common.wire;

import io.github.dnscli.common.record.RecordData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xbill.DNS.DNSOutput;

/// Writes one message, record set by record set, as far as they fit.
final class MessageWriter {

    private static final int FLAGS_AT = 2;
    private static final int COUNTS_AT = 4;
    private static final int ADDITIONAL = 3;
    private static final int OPT_FIXED = 11;
    private static final int OPT_TYPE = 41;
    private static final int DNSSEC_OK = 0x8000;

    private final Message message;
    private final int limit;
    private final DNSOutput output = new DNSOutput(512);
    private final NameTable names = new NameTable();
    private final int[] counts = new int[4];

    MessageWriter(Message message, int limit) {
        this.message = message;
        this.limit = limit - message.edns().map(MessageWriter::optLength).orElse(0);
    }

    byte[] write() {
        output.writeU16(message.id());
        output.writeU16(bits());
        output.writeByteArray(new byte[8]);
        message.questions().forEach(this::question);
        counts[0] = message.questions().size();
        boolean whole =
                section(1, message.answers())
                        && section(2, message.authority())
                        && (section(ADDITIONAL, message.additional()) || !isReferral());
        message.edns().ifPresent(this::opt);
        byte[] wire = output.toByteArray();
        for (int i = 0; i < counts.length; i++) {
            putU16(wire, COUNTS_AT + 2 * i, counts[i]);
        }
        if (!whole) {
            putU16(wire, FLAGS_AT, bits() | Flag.TC.mask());
        }
        return wire;
    }

    private static void putU16(byte[] wire, int at, int value) {
        wire[at] = (byte) (value >> 8);
        wire[at + 1] = (byte) value;
    }

    private int bits() {
        int rcode = message.rcode().value();
        if (rcode > 0xf && message.edns().isEmpty()) {
            throw new IllegalArgumentException(message.rcode() + " wants an OPT record");
        }
        int bits = message.opcode().value() << 11 | rcode & 0xf;
        for (var flag : message.flags()) {
            bits |= flag.mask();
        }
        return bits;
    }

    /// A referral is of no use without its glue (RFC 9471 §3).
    private boolean isReferral() {
        return message.has(Flag.QR)
                && !message.has(Flag.AA)
                && message.answers().isEmpty()
                && !message.authority().isEmpty();
    }

    private void question(Question question) {
        names.write(question.name(), output);
        output.writeU16(question.type().value());
        output.writeU16(question.recordClass().value());
    }

    private boolean section(int section, List<MessageRecord> records) {
        int from = 0;
        while (from < records.size()) {
            int to = endOfSet(records, from);
            int start = output.current();
            records.subList(from, to).forEach(this::record);
            if (output.current() > limit) {
                output.jump(start);
                names.forgetFrom(start);
                return false;
            }
            counts[section] += to - from;
            from = to;
        }
        return true;
    }

    private static int endOfSet(List<MessageRecord> records, int from) {
        var first = records.get(from);
        int to = from + 1;
        while (to < records.size() && isSameSet(first, records.get(to))) {
            to++;
        }
        return to;
    }

    private static boolean isSameSet(MessageRecord a, MessageRecord b) {
        return a.type().equals(b.type())
                && a.recordClass().equals(b.recordClass())
                && a.owner().equals(b.owner());
    }

    private void record(MessageRecord record) {
        names.write(record.owner(), output);
        output.writeU16(record.type().value());
        output.writeU16(record.recordClass().value());
        output.writeU32(record.ttl());
        output.writeU16(0);
        int start = output.current();
        record.data().ifPresent(this::data);
        output.writeU16At(output.current() - start, start - 2);
    }

    private void data(RecordData data) {
        var layout = DataLayout.of(data.type());
        byte[] wire = data.wire();
        if (!layout.compress() || wire.length == 0) {
            output.writeByteArray(wire);
            return;
        }
        var reader = new OctetReader(wire);
        try {
            output.writeByteArray(reader.bytes(layout.octets()));
            for (int i = 0; i < layout.names(); i++) {
                names.write(reader.name(), output);
            }
            output.writeByteArray(reader.bytes(reader.remaining()));
        } catch (MalformedMessage malformed) {
            throw new IllegalArgumentException(data.type() + " data without its names", malformed);
        }
    }

    private static int optLength(Edns edns) {
        return OPT_FIXED
                + edns.options().stream().mapToInt(option -> 4 + octets(option).length).sum();
    }

    private void opt(Edns edns) {
        output.writeU8(0);
        output.writeU16(OPT_TYPE);
        output.writeU16(edns.udpSize());
        output.writeU8(message.rcode().value() >> 4);
        output.writeU8(edns.version());
        output.writeU16(edns.dnssecOk() ? DNSSEC_OK : 0);
        output.writeU16(optLength(edns) - OPT_FIXED);
        for (var option : edns.options()) {
            byte[] data = octets(option);
            output.writeU16(code(option));
            output.writeU16(data.length);
            output.writeByteArray(data);
        }
        counts[ADDITIONAL]++;
    }

    private static int code(EdnsOption option) {
        return switch (option) {
            case EdnsOption.ExtendedError _ -> EdnsOption.ExtendedError.CODE;
            case EdnsOption.Opaque(var code, _) -> code;
        };
    }

    private static byte[] octets(EdnsOption option) {
        return switch (option) {
            case EdnsOption.Opaque opaque -> opaque.octets();
            case EdnsOption.ExtendedError(var code, var text) -> {
                byte[] words = text.getBytes(StandardCharsets.UTF_8);
                byte[] octets = new byte[2 + words.length];
                putU16(octets, 0, code);
                System.arraycopy(words, 0, octets, 2, words.length);
                yield octets;
            }
        };
    }
}
