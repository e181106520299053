package io.github.dnscli.cli.progress;

import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Shows nothing.
enum NoProgress implements Progress {
    NONE;

    @Override
    public UnderWay begin(Work work) {
        return () -> {};
    }

    @Override
    public void write(OutputStream to, String text, boolean endsLine) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    @Override
    public Transport over(Transport transport) {
        return transport;
    }
}
