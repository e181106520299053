package io.github.dnscli.common.record;

import java.util.Arrays;

/// Octets of one record's data while they are put together.
final class RdataWriter {

    private byte[] octets = new byte[64];
    private int length;

    void u8(int value) {
        reserve(1);
        octets[length++] = (byte) value;
    }

    void u16(int value) {
        u8(value >> 8);
        u8(value);
    }

    void u32(long value) {
        u16((int) (value >> 16));
        u16((int) value);
    }

    void bytes(byte[] value) {
        bytes(value, 0, value.length);
    }

    void bytes(byte[] value, int start, int end) {
        reserve(end - start);
        System.arraycopy(value, start, octets, length, end - start);
        length += end - start;
    }

    private void reserve(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + more, octets.length * 2));
        }
    }

    /// Writes an octet again that has been written before.
    void set(int offset, int value) {
        octets[offset] = (byte) value;
    }

    /// Forgets what was written past a length.
    void truncate(int shorter) {
        length = shorter;
    }

    int length() {
        return length;
    }

    /// {@return the octets written so far, and more behind them; overwritten by what is written next}
    byte[] octets() {
        return octets;
    }

    byte[] toBytes() {
        return Arrays.copyOf(octets, length);
    }
}
