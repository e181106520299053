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
        reserve(value.length);
        System.arraycopy(value, 0, octets, length, value.length);
        length += value.length;
    }

    private void reserve(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + more, octets.length * 2));
        }
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(octets, length);
    }
}
