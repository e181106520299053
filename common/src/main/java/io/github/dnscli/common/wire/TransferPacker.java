package io.github.dnscli.common.wire;

import io.github.dnscli.common.record.ResourceRecord;

/// Packs records into the answer section of one message of a transfer, compressed (RFC 5936 §3.4), until it is full.
public final class TransferPacker {

    /// Names behind this offset cannot be pointed to (RFC 1035 §4.1.4), so that longer messages are compressed badly.
    public static final int WELL_FILLED = 0x4000;

    private final MessageWriter writer;
    private final int fill;
    private final int most;

    /// Begins a message.
    ///
    /// @param head its header, questions and OPT record; its sections are not looked at
    /// @param fill how many octets it may have; a record that is longer gets a message alone
    /// @param most how many octets a message with a single record may have
    public TransferPacker(Message head, int fill, int most) {
        this.writer = new MessageWriter(head);
        this.fill = Math.min(fill, most);
        this.most = most;
    }

    /// {@return whether a record could be added}; if not, the message is as it was
    public boolean add(ResourceRecord record) {
        return writer.answer(record, isEmpty() ? most : fill);
    }

    /// {@return whether the message has no records yet}
    public boolean isEmpty() {
        return writer.isWithoutAnswers();
    }

    /// {@return the octets of the message}
    public byte[] end() {
        return writer.finish();
    }
}
