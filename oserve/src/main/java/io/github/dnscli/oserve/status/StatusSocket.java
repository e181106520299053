package io.github.dnscli.oserve.status;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Answers those who ask how a server stands, through a socket in its state folder.
public final class StatusSocket implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 8;
    private static final int LONGEST_WORD = 16;

    private final SocketFile file;
    private final ServerSocketChannel channel;
    private final Supplier<StatusReport> reports;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    private StatusSocket(
            SocketFile file, ServerSocketChannel channel, Supplier<StatusReport> reports) {
        this.file = file;
        this.channel = channel;
        this.reports = reports;
    }

    /// {@return what ends the answers}. A server can do without the socket: if it cannot be had, the log tells why.
    ///
    /// @param state the state folder
    /// @param reports makes a report of this moment
    public static Closeable open(Path state, Supplier<StatusReport> reports, Log log) {
        try {
            return open(state, reports);
        } catch (IOException trouble) {
            log.write(
                    LogEvent.warning(
                            "status-unavailable",
                            "'oserve status' will not work: " + IoTrouble.describe(trouble)));
            return () -> {};
        }
    }

    static StatusSocket open(Path state, Supplier<StatusReport> reports) throws IOException {
        var file = SocketFile.in(state);
        var socket = new StatusSocket(file, file.listen(), reports);
        Thread.ofVirtual().name("status").start(socket::accept);
        return socket;
    }

    private void accept() {
        try {
            while (channel.isOpen()) {
                serve(channel.accept());
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void serve(SocketChannel client) throws IOException {
        if (!free.tryAcquire()) {
            client.close();
            return;
        }
        SocketFile.limit(client, PATIENCE);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (client) {
                                answer(client);
                            } catch (IOException _) {
                                // The client has gone, or was too slow.
                            } finally {
                                free.release();
                            }
                        });
    }

    private void answer(SocketChannel client) throws IOException {
        var form = StatusForm.of(word(client));
        if (form.isPresent()) {
            var answer = StatusAnswer.of(reports.get(), form.get());
            var octets = ByteBuffer.wrap(answer.octets());
            while (octets.hasRemaining()) {
                client.write(octets);
            }
        }
    }

    private static String word(SocketChannel client) throws IOException {
        var input = Channels.newInputStream(client);
        var word = new StringBuilder();
        for (int next = input.read();
                next >= 0 && next != '\n' && word.length() < LONGEST_WORD;
                next = input.read()) {
            word.append((char) next);
        }
        return word.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file.path());
    }
}
