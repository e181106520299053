package io.github.dnscli.oserve.status;

import io.github.dnscli.cli.Choice;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/// Asks a server how it stands.
final class StatusClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private StatusClient() {}

    /// {@return what the server says}
    ///
    /// @throws IOException if none answers, in time and wholly; the message is for people
    static StatusAnswer ask(SocketFile file, StatusForm form) throws IOException {
        try (var channel = connect(file)) {
            SocketFile.limit(channel, PATIENCE);
            String word = Choice.word(form) + "\n";
            channel.write(ByteBuffer.wrap(word.getBytes(StandardCharsets.US_ASCII)));
            return StatusAnswer.parse(Channels.newInputStream(channel).readAllBytes());
        } catch (AsynchronousCloseException late) {
            throw new IOException(
                    "the server at '%s' does not answer within %s seconds"
                            .formatted(file.path(), PATIENCE.toSeconds()),
                    late);
        }
    }

    private static SocketChannel connect(SocketFile file) throws IOException {
        try {
            return file.connect();
        } catch (SocketException refused) {
            String why =
                    Files.exists(file.path())
                            ? "a server that has ended left its socket, or it belongs to another user"
                            : "there is no such socket";
            throw new IOException("no server answers at '" + file.path() + "': " + why, refused);
        }
    }
}
