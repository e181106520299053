package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Writes one message, record set by record set, as far as they fit.
final class MessageWriter {

    private static final int EXPECTED = 512;
    private static final int FLAGS_AT = 2;
    private static final int COUNTS_AT = 4;
    private static final int ANSWERS = 1;
    private static final int AUTHORITY = 2;
    private static final int ADDITIONAL = 3;
    private static final int OPT_FIXED = 11;
    private static final int OPT_TYPE = 41;
    private static final int DNSSEC_OK = 0x8000;

    private final Rcode rcode;
    private final Optional<Edns> edns;
    private final int bits;
    private final int limit;
    private final OctetWriter output = new OctetWriter(EXPECTED);
    private final NameTable names = new NameTable(output);
    private final int[] counts = new int[4];

    /// Begins a message.
    ///
    /// @param head its id, opcode, flags and questions; its sections are not looked at
    private MessageWriter(Message head, int flags, Rcode rcode, Optional<Edns> edns, int limit) {
        this.rcode = rcode;
        this.edns = edns;
        this.bits = head.opcode().value() << 11 | flags | rcode.value() & 0xf;
        this.limit = edns.isEmpty() ? limit : limit - optLength(edns.get());
        if (rcode.value() > 0xf && edns.isEmpty()) {
            throw new IllegalArgumentException(rcode + " wants an OPT record");
        }
        output.u16(head.id());
        output.u16(bits);
        output.u32(0);
        output.u32(0);
        for (var question : head.questions()) {
            names.write(question.name());
            output.u16(question.type().value());
            output.u16(question.recordClass().value());
        }
        counts[0] = head.questions().size();
    }

    /// Begins a message whose answers come one by one.
    ///
    /// @param head its header, questions and OPT record; its sections are not looked at
    MessageWriter(Message head) {
        this(head, Flag.bits(head.flags()), head.rcode(), head.edns(), Integer.MAX_VALUE);
    }

    /// {@return whether an answer could be added}; if not, the message is as it was
    ///
    /// @param most how many octets the message may have in the end
    boolean answer(ResourceRecord record, int most) {
        int start = output.length();
        head(record.owner(), record.type(), RecordClass.IN, record.ttl().seconds());
        data(record.data());
        if (output.length() > (edns.isEmpty() ? most : most - optLength(edns.get()))) {
            return takeBack(start);
        }
        counts[ANSWERS]++;
        return true;
    }

    /// {@return whether there are no answers yet}
    boolean isWithoutAnswers() {
        return counts[ANSWERS] == 0;
    }

    /// {@return the octets of the message}
    byte[] finish() {
        return finish(true);
    }

    /// {@return the octets of a message}
    static byte[] write(Message message, int limit) {
        var writer =
                new MessageWriter(
                        message,
                        Flag.bits(message.flags()),
                        message.rcode(),
                        message.edns(),
                        limit);
        boolean whole =
                writer.records(ANSWERS, message.answers())
                        && writer.records(AUTHORITY, message.authority());
        if (whole) {
            writer.records(ADDITIONAL, message.additional());
        }
        return writer.finish(whole);
    }

    /// {@return the octets of a reply to a query}
    static byte[] write(Message query, QueryReply reply, Optional<Edns> edns, int limit) {
        int echoed = Flag.bits(query.flags()) & (Flag.RD.mask() | Flag.CD.mask());
        int flags = Flag.QR.mask() | echoed | (reply.authoritative() ? Flag.AA.mask() : 0);
        var writer = new MessageWriter(query, flags, reply.rcode(), edns, limit);
        boolean whole =
                writer.sets(ANSWERS, reply.answers())
                        && writer.sets(AUTHORITY, reply.authority())
                        && writer.sets(ADDITIONAL, reply.glue());
        if (whole) {
            writer.sets(ADDITIONAL, reply.additional());
        }
        return writer.finish(whole);
    }

    private byte[] finish(boolean whole) {
        edns.ifPresent(this::opt);
        for (int i = 0; i < counts.length; i++) {
            output.u16At(COUNTS_AT + 2 * i, counts[i]);
        }
        if (!whole) {
            output.u16At(FLAGS_AT, bits | Flag.TC.mask());
        }
        return output.toBytes();
    }

    private boolean sets(int section, List<RecordSet> sets) {
        for (var set : sets) {
            if (!set(section, set)) {
                return false;
            }
        }
        return true;
    }

    private boolean set(int section, RecordSet set) {
        int start = output.length();
        for (var data : set.data()) {
            head(set.owner(), set.type(), RecordClass.IN, set.ttl().seconds());
            data(data);
            if (output.length() > limit) {
                return takeBack(start);
            }
        }
        counts[section] += set.data().size();
        return true;
    }

    private boolean records(int section, List<MessageRecord> records) {
        int from = 0;
        while (from < records.size()) {
            int to = endOfSet(records, from);
            int start = output.length();
            for (var record : records.subList(from, to)) {
                head(record.owner(), record.type(), record.recordClass(), record.ttl());
                record.data().ifPresentOrElse(this::data, () -> output.u16(0));
                if (output.length() > limit) {
                    return takeBack(start);
                }
            }
            counts[section] += to - from;
            from = to;
        }
        return true;
    }

    private boolean takeBack(int start) {
        output.cutTo(start);
        names.forgetFrom(start);
        return false;
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

    private void head(DomainName owner, RecordType type, RecordClass recordClass, long ttl) {
        names.write(owner);
        output.u16(type.value());
        output.u16(recordClass.value());
        output.u32(ttl);
    }

    private void data(RecordData data) {
        output.u16(data.length());
        var layout = DataLayout.of(data.type());
        if (!layout.compress() || data.length() == 0) {
            output.data(data);
            return;
        }
        int start = output.length();
        byte[] wire = data.wire();
        output.bytes(wire, 0, layout.octets());
        int at = layout.octets();
        for (int i = 0; i < layout.names(); i++) {
            at = names.write(wire, at);
        }
        output.bytes(wire, at, wire.length - at);
        output.u16At(start - 2, output.length() - start);
    }

    private static int optLength(Edns edns) {
        int length = OPT_FIXED;
        for (var option : edns.options()) {
            length += 4 + octets(option).length;
        }
        return length;
    }

    private void opt(Edns edns) {
        output.u8(0);
        output.u16(OPT_TYPE);
        output.u16(edns.udpSize());
        output.u8(rcode.value() >> 4);
        output.u8(edns.version());
        output.u16(edns.dnssecOk() ? DNSSEC_OK : 0);
        output.u16(optLength(edns) - OPT_FIXED);
        for (var option : edns.options()) {
            byte[] data = octets(option);
            output.u16(code(option));
            output.u16(data.length);
            output.bytes(data);
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
                octets[0] = (byte) (code >> 8);
                octets[1] = (byte) code;
                System.arraycopy(words, 0, octets, 2, words.length);
                yield octets;
            }
        };
    }
}
