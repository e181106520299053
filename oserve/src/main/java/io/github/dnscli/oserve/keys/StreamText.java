package io.github.dnscli.oserve.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a program prints, read while it runs, so that it never waits for its reader.
final class StreamText {

    /// So long the stream of a program that has ended may still be open: another may hold it.
    private static final int SECONDS = 2;

    private final CompletableFuture<String> text = new CompletableFuture<>();

    private StreamText() {}

    /// {@return the beginning of what comes out of a stream, as it comes}
    ///
    /// @param most how many octets are kept; the rest is read and dropped
    static StreamText reading(InputStream stream, int most) {
        var reading = new StreamText();
        Thread.ofVirtual().start(() -> reading.read(stream, most));
        return reading;
    }

    private void read(InputStream stream, int most) {
        try (stream) {
            byte[] beginning = stream.readNBytes(most);
            stream.transferTo(OutputStream.nullOutputStream());
            text.complete(new String(beginning, StandardCharsets.UTF_8));
        } catch (IOException _) {
            // The program was killed; what it printed is of no use.
            text.complete("");
        }
    }

    /// {@return the text, once the program has ended; none if another program keeps the stream open}
    String await() throws InterruptedException {
        try {
            return text.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return "";
        }
    }
}
