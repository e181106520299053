package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.Arrays;
import java.util.Optional;

/// Packs records into the answer sections of messages, one message after the other, compressed (RFC 5936 §3.4).
///
/// [MessageCodec] would do the same record set by record set, with an object for each record and each name it remembers;
/// here a record goes from the zone's octets straight into those of the message.
public final class TransferPacker {

    /// Names behind this offset cannot be pointed to (RFC 1035 §4.1.4), so that longer messages are compressed badly.
    public static final int WELL_FILLED = 0x4000;

    private static final int ANSWER_COUNT_AT = 6;
    private static final int HEADER = 12;
    private static final int FIXED = 10;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_ANSWERS = 0xffff;

    private final int fill;
    private final int most;
    private final byte[] message = new byte[2 * MessageCodec.MAX_LENGTH + LONGEST_NAME + FIXED];
    private final SuffixTable names = new SuffixTable();
    private byte[] scratch = new byte[512];
    private byte[] tail = {};
    private int at;
    private int answers;
    private boolean full;

    /// Makes a packer.
    ///
    /// @param fill how many octets a message may have; a record that is longer gets a message alone
    /// @param most how many octets a message with a single record may have
    public TransferPacker(int fill, int most) {
        this.fill = Math.min(fill, most);
        this.most = most;
    }

    /// Begins a message.
    ///
    /// @param head its header, questions and OPT record; sections are not looked at
    public void begin(Message head) {
        byte[] start = MessageCodec.encode(head.withEdns(Optional.empty()));
        byte[] whole = head.edns().isEmpty() ? start : MessageCodec.encode(head);
        System.arraycopy(whole, 0, message, 0, start.length);
        tail = Arrays.copyOfRange(whole, start.length, whole.length);
        names.clear();
        at = HEADER;
        for (var question : head.questions()) {
            // Written once more in the same place, to be remembered.
            at = name(question.name(), at) + 4;
        }
        at = start.length;
        answers = 0;
        full = false;
    }

    /// {@return whether a record could be added; if not, the message is full and takes no other either}
    public boolean add(ResourceRecord record) {
        return add(record.owner(), record.ttl().seconds(), record.data());
    }

    /// {@return whether a record could be added; if not, the message is full and takes no other either}
    ///
    /// @param ttl in seconds
    public boolean add(DomainName owner, int ttl, RecordData data) {
        int limit = (answers == 0 ? most : fill) - tail.length;
        if (full || answers == MOST_ANSWERS || at > limit) {
            return false;
        }
        int end = write(owner, ttl, data);
        full = end > limit;
        if (!full) {
            at = end;
            answers++;
        }
        return !full;
    }

    /// {@return whether the message has no records yet}
    public boolean isEmpty() {
        return answers == 0;
    }

    private int write(DomainName owner, int ttl, RecordData data) {
        int type = data.type().value();
        int end = name(owner, at);
        end = putU16(type, end);
        end = putU16(1, end);
        end = putU16(ttl >>> 16, end);
        end = putU16(ttl, end);
        int start = end + 2;
        end = data(data, start);
        putU16(end - start, start - 2);
        return end;
    }

    private int name(DomainName name, int to) {
        return name.read((octets, start) -> names.write(message, to, octets, start));
    }

    private int data(RecordData data, int to) {
        var layout = DataLayout.of(data.type());
        if (!layout.compress() || data.length() == 0) {
            data.copyTo(message, to);
            return to + data.length();
        }
        if (scratch.length < data.length()) {
            scratch = new byte[data.length()];
        }
        data.copyTo(scratch, 0);
        System.arraycopy(scratch, 0, message, to, layout.octets());
        int end = to + layout.octets();
        int from = layout.octets();
        for (int i = 0; i < layout.names(); i++) {
            end = names.write(message, end, scratch, from);
            from = behindName(from);
        }
        System.arraycopy(scratch, from, message, end, data.length() - from);
        return end + data.length() - from;
    }

    private int behindName(int from) {
        int label = from;
        while (scratch[label] != 0) {
            label += scratch[label] + 1;
        }
        return label + 1;
    }

    private int putU16(int value, int to) {
        message[to] = (byte) (value >> 8);
        message[to + 1] = (byte) value;
        return to + 2;
    }

    /// {@return the message}
    public byte[] end() {
        byte[] wire = Arrays.copyOf(message, at + tail.length);
        System.arraycopy(tail, 0, wire, at, tail.length);
        wire[ANSWER_COUNT_AT] = (byte) (answers >> 8);
        wire[ANSWER_COUNT_AT + 1] = (byte) answers;
        return wire;
    }
}
