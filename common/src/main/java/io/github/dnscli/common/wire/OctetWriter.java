package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import java.util.Arrays;

/// The octets of a message as they grow.
final class OctetWriter {

    private byte[] octets;
    private int length;

    /// @param expected about how many octets will come
    OctetWriter(int expected) {
        octets = new byte[expected];
    }

    int length() {
        return length;
    }

    /// {@return an octet that was written}
    byte at(int index) {
        return octets[index];
    }

    void u8(int value) {
        reserve(1);
        octets[length++] = (byte) value;
    }

    void u16(int value) {
        reserve(2);
        octets[length++] = (byte) (value >> 8);
        octets[length++] = (byte) value;
    }

    void u32(long value) {
        u16((int) (value >> 16));
        u16((int) value);
    }

    void u16At(int index, int value) {
        octets[index] = (byte) (value >> 8);
        octets[index + 1] = (byte) value;
    }

    void bytes(byte[] source, int start, int count) {
        reserve(count);
        System.arraycopy(source, start, octets, length, count);
        length += count;
    }

    void bytes(byte[] source) {
        bytes(source, 0, source.length);
    }

    void name(DomainName name) {
        reserve(name.wireLength());
        name.copyTo(octets, length);
        length += name.wireLength();
    }

    void data(RecordData data) {
        reserve(data.length());
        data.copyTo(octets, length);
        length += data.length();
    }

    /// Takes back what was written from an offset on.
    void cutTo(int offset) {
        length = offset;
    }

    byte[] toBytes() {
        return Arrays.copyOf(octets, length);
    }

    private void reserve(int count) {
        if (octets.length - length < count) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + count));
        }
    }
}
