package io.github.dnscli.osh.screen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the operator types while a command reads its standard input: lines, until he presses Ctrl-D. A command that reads
/// from the terminal itself could not be interrupted, and would take lines that are meant for the shell.
final class TypedInput extends InputStream {

    /// Where lines come from.
    @FunctionalInterface
    interface Source {

        /// {@return the next line; empty behind the last one}
        ///
        /// @throws IOException if the operator does not want to go on
        Optional<String> next() throws IOException;
    }

    private final Source source;
    private InputStream line = InputStream.nullInputStream();
    private boolean ended;

    TypedInput(Source source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        int octet = line.read();
        while (octet < 0 && !ended) {
            advance();
            octet = line.read();
        }
        return octet;
    }

    /// Gives no more than a line at a time: who reads a line does not wait for another.
    @Override
    public int read(byte[] octets, int start, int length) throws IOException {
        int count = line.read(octets, start, length);
        while (count < 0 && !ended) {
            advance();
            count = line.read(octets, start, length);
        }
        return count;
    }

    private void advance() throws IOException {
        var next = source.next();
        ended = next.isEmpty();
        line =
                new ByteArrayInputStream(
                        next.map(text -> text + "\n").orElse("").getBytes(StandardCharsets.UTF_8));
    }
}
