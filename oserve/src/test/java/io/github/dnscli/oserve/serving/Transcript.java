package io.github.dnscli.oserve.serving;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A stream that keeps what is written to it, and can be waited on until a text stands there.
public final class Transcript extends OutputStream {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean isAtEnd;

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] octets, int offset, int length) {
        written.write(octets, offset, length);
        notifyAll();
    }

    /// Says that nothing more will come.
    synchronized void end() {
        isAtEnd = true;
        notifyAll();
    }

    /// {@return all that was written so far}
    public synchronized String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /// {@return all that was written, as soon as this stands in it}
    public synchronized String await(String wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!text().contains(wanted)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || isAtEnd) {
                throw new AssertionError("'" + wanted + "' was never said, but:\n" + text());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return text();
    }
}
