package io.github.dnscli.osh.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Keeps a command from speaking that should have ended.
final class Gate {

    private volatile boolean shut;

    /// Drops what comes from now on.
    void shut() {
        shut = true;
    }

    /// {@return a way to a stream as long as the gate is open}
    OutputStream before(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] octets, int start, int length) throws IOException {
                if (!shut) {
                    out.write(octets, start, length);
                }
            }

            @Override
            public void write(int octet) throws IOException {
                if (!shut) {
                    out.write(octet);
                }
            }
        };
    }
}
