package io.github.dnscli.gitstore.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How an entry stands in a file: its length, a checksum of that, its octets, a checksum of those. So a wrong length is told
/// from an entry that ends too early, and what the disk has not got all of ends without a checksum.
final class Frame {

    /// How many octets stand before the entry.
    static final int HEAD = 8;

    /// How many octets stand behind it.
    static final int TAIL = 4;

    private Frame() {}

    /// {@return an entry's octets in their frame}
    static byte[] of(byte[] entry) {
        var frame = ByteBuffer.allocate(HEAD + entry.length + TAIL);
        frame.putInt(entry.length);
        frame.putInt(checksum(frame.array(), 0, Integer.BYTES));
        return frame.put(entry).putInt(checksum(entry, 0, entry.length)).array();
    }

    /// {@return CRC-32C (RFC 3720 §12.1) of some octets}
    static int checksum(byte[] octets, int start, int length) {
        var crc = new CRC32C();
        crc.update(octets, start, length);
        return (int) crc.getValue();
    }
}
