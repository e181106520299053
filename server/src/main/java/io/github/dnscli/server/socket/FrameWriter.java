package io.github.dnscli.server.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Gathers messages, each behind its length (RFC 1035 §4.2.2), so that several leave together, and no length alone.
final class FrameWriter {

    private static final int SMALL = 512;
    private static final int ENOUGH = 16_384;

    private final OutputStream out;
    private byte[] buffer = new byte[SMALL];
    private int size;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    void add(byte[] message) {
        int needed = size + 2 + message.length;
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, 2 * buffer.length));
        }
        buffer[size] = (byte) (message.length >> 8);
        buffer[size + 1] = (byte) message.length;
        System.arraycopy(message, 0, buffer, size + 2, message.length);
        size = needed;
    }

    /// {@return whether more should not be gathered}
    boolean isFull() {
        return size >= ENOUGH;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Sends what was gathered.
    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    /// Lets go of memory that only large messages need.
    void shrink() {
        if (size == 0 && buffer.length > SMALL) {
            buffer = new byte[SMALL];
        }
    }
}
