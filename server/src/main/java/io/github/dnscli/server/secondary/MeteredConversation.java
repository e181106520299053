package io.github.dnscli.server.secondary;

import io.github.dnscli.common.transport.Conversation;
import java.io.IOException;
import java.util.function.Supplier;

/// A conversation that counts what comes.
final class MeteredConversation implements Conversation {

    private final Conversation inner;
    private long octets;

    MeteredConversation(Conversation inner) {
        this.inner = inner;
    }

    /// {@return how many octets of messages have come}
    long octets() {
        return octets;
    }

    private byte[] counted(byte[] message) {
        octets += message.length;
        return message;
    }

    @Override
    public byte[] ask(byte[] request) throws IOException {
        return counted(inner.ask(request));
    }

    @Override
    public byte[] ask(Supplier<byte[]> attempts) throws IOException {
        return counted(inner.ask(attempts));
    }

    @Override
    public boolean hasNext() {
        return inner.hasNext();
    }

    @Override
    public byte[] next() throws IOException {
        return counted(inner.next());
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }
}
