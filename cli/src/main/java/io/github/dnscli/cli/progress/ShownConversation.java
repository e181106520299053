package io.github.dnscli.cli.progress;

import io.github.dnscli.cli.Count;
import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Shows that it waits for a reply, and how much has come of a reply of many messages.
final class ShownConversation implements Conversation {

    private final Conversation line;
    private final ServerAddress server;
    private final Duration timeout;
    private final Progress progress;
    private final AtomicInteger messages = new AtomicInteger();

    /// From the second message of a reply on, until nobody listens any more: each message comes soon, all of them do not.
    private Optional<Progress.UnderWay> receiving = Optional.empty();

    ShownConversation(
            Conversation line, ServerAddress server, Duration timeout, Progress progress) {
        this.line = line;
        this.server = server;
        this.timeout = timeout;
        this.progress = progress;
    }

    @Override
    public byte[] ask(byte[] request) throws IOException {
        return ask(() -> request);
    }

    @Override
    public byte[] ask(Supplier<byte[]> attempts) throws IOException {
        stopReceiving();
        messages.set(1);
        var work = Work.of("waiting for the reply of " + server).within(timeout);
        try (var _ = progress.begin(work)) {
            return line.ask(attempts);
        }
    }

    @Override
    public boolean hasNext() {
        return line.hasNext();
    }

    @Override
    public byte[] next() throws IOException {
        if (receiving.isEmpty()) {
            var work =
                    Work.of("receiving from " + server)
                            .counting(() -> Count.of(messages.get(), "message"));
            receiving = Optional.of(progress.begin(work));
        }
        byte[] message = line.next();
        messages.incrementAndGet();
        return message;
    }

    private void stopReceiving() {
        receiving.ifPresent(Progress.UnderWay::close);
        receiving = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        stopReceiving();
        line.close();
    }
}
