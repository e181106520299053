package io.github.dnscli.server.socket;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream into messages. Each has its length before it, 16 bits without sign (RFC 1035 §4.2.2). Memory is taken
/// for what has come, not for what was promised.
final class FrameReader {

    private static final int PREFIX = 2;
    private static final int SMALL = 512;
    private static final int LARGEST = PREFIX + 0xffff;

    private final InputStream in;
    private byte[] buffer = new byte[SMALL];
    private int start;
    private int end;

    FrameReader(InputStream in) {
        this.in = in;
    }

    /// {@return whether nothing of the next message has come}
    boolean isEmpty() {
        return start == end;
    }

    /// {@return whether the whole next message has come}
    boolean isComplete() {
        return end - start >= PREFIX && end - start >= PREFIX + length();
    }

    private int length() {
        return (buffer[start] & 0xff) << 8 | buffer[start + 1] & 0xff;
    }

    /// Waits until more has come.
    ///
    /// @return whether the stream goes on
    boolean fill() throws IOException {
        makeRoom();
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(count, 0);
        return count >= 0;
    }

    private void makeRoom() {
        int held = end - start;
        boolean isFull = held == buffer.length;
        if (start > 0 || isFull) {
            byte[] room = isFull ? new byte[Math.min(LARGEST, 2 * held)] : buffer;
            System.arraycopy(buffer, start, room, 0, held);
            buffer = room;
            start = 0;
            end = held;
        }
    }

    /// {@return the next message, which has come}
    byte[] take() {
        int from = start + PREFIX;
        int to = from + length();
        byte[] message = Arrays.copyOfRange(buffer, from, to);
        start = to;
        if (isEmpty() && buffer.length > SMALL) {
            buffer = new byte[SMALL];
            start = 0;
            end = 0;
        }
        return message;
    }
}
