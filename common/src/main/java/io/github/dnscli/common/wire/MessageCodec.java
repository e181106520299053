package io.github.dnscli.common.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Messages to octets and back (RFC 1035 §4.1).
///
/// Names keep the case of their letters, and data of every type comes out as it went in. dnsjava's own `Message` is not
/// used: it compresses names without regard to case, orders and normalises the data of some types, and takes some
/// 150 ms of a command's start to load.
public final class MessageCodec {

    /// The most octets a message may have: its length on TCP is 16 bits (RFC 1035 §4.2.2).
    public static final int MAX_LENGTH = 0xffff;

    private static final int HEADER = 12;
    private static final int QR = 0x80;

    private MessageCodec() {}

    /// {@return the message's octets}
    ///
    /// @throws IllegalArgumentException if they would be more than 65535
    public static byte[] encode(Message message) {
        byte[] wire = MessageWriter.write(message, Integer.MAX_VALUE);
        if (wire.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a message of " + wire.length + " octets is longer than " + MAX_LENGTH);
        }
        return wire;
    }

    /// {@return how many octets the message has, however many that is}
    public static int length(Message message) {
        return MessageWriter.write(message, Integer.MAX_VALUE).length;
    }

    /// {@return the message's octets, as many whole record sets as fit}. What is left out of the answer or authority
    /// section sets the bit TC; additional records are left out in silence (RFC 2181 §9). Header, question and OPT record always stay.
    ///
    /// @param maxSize in octets
    public static byte[] encode(Message message, int maxSize) {
        return MessageWriter.write(message, Math.min(maxSize, MAX_LENGTH));
    }

    /// {@return the octets of a reply to a query, as many whole record sets as fit}. What is left out of the answer or
    /// authority section, or of the glue (RFC 9471), sets the bit TC; other additional sets are left out in silence
    /// (RFC 2181 §9). Header, question and OPT record always stay. Id, opcode, question and the bits RD and CD are the
    /// query's.
    ///
    /// @param query what is replied to
    /// @param edns the OPT record of the reply; the reply's explanation is not added to it
    /// @param maxSize in octets
    public static byte[] encode(Message query, QueryReply reply, Optional<Edns> edns, int maxSize) {
        return MessageWriter.write(query, reply, edns, Math.min(maxSize, MAX_LENGTH));
    }

    /// {@return what octets of a stranger mean; no octets end in an exception}
    public static Decoded decode(byte[] wire) {
        try {
            return new MessageReader(wire).read();
        } catch (MalformedMessage malformed) {
            return new Decoded.Malformed(id(wire), malformed.problem());
        } catch (RuntimeException unforeseen) {
            return new Decoded.Malformed(id(wire), "message cannot be read: " + unforeseen);
        }
    }

    private static OptionalInt id(byte[] wire) {
        return wire.length < 2
                ? OptionalInt.empty()
                : OptionalInt.of((wire[0] & 0xff) << 8 | wire[1] & 0xff);
    }

    /// {@return the reply to a request that cannot be read: a header with FORMERR, id, opcode and the bit RD as they
    /// were, and an OPT record if there was one that could be read (RFC 6891 §7)}; empty when nothing can be answered:
    /// the header is cut, or is that of a reply
    public static Optional<byte[]> formatError(byte[] request) {
        if (request.length < HEADER || (request[2] & QR) != 0) {
            return Optional.empty();
        }
        int bits = (request[2] & 0xff) << 8;
        var head =
                new Message(
                        (request[0] & 0xff) << 8 | request[1] & 0xff,
                        new Opcode(bits >> 11 & 0xf),
                        Flag.of(bits & Flag.RD.mask() | Flag.QR.mask()),
                        Rcode.FORMERR,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        edns(request).map(_ -> Edns.DEFAULT));
        return Optional.of(encode(head));
    }

    private static Optional<Edns> edns(byte[] malformed) {
        var reader = new MessageReader(malformed);
        try {
            reader.read();
        } catch (MalformedMessage | RuntimeException _) {
            return reader.edns();
        }
        return reader.edns();
    }
}
