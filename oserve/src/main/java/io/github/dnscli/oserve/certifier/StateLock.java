package io.github.dnscli.oserve.certifier;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// The right to work on a state folder, which one certifier at a time has. It ends with the process at the latest.
final class StateLock implements Closeable {

    private static final String WORK = "certifier.lock";
    private static final String TURN = "lock";
    private static final int LONGEST = 32;

    /// Somebody may be looking whether it is taken: that takes it, too, for a moment.
    private static final int TRIES = 10;

    private static final long PAUSE_MILLIS = 20;

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the right to work on a folder, which is made if it is not there.
    ///
    /// @throws IOException if another has it; the message says who
    static StateLock take(CertifierFolder folder) throws IOException {
        folder.create();
        var file = folder.path().resolve(WORK);
        for (int tried = 0; tried < TRIES; tried++) {
            var lock = tryTake(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            pause();
        }
        String who = text(file).map(id -> ", process " + id + ",").orElse("");
        throw new IOException(
                "another certifier%s works on '%s'; stop it first, or take a state folder of its own"
                        .formatted(who, folder));
    }

    /// Takes the right to work on a folder for long, and warns if the folder itself keeps nobody out.
    ///
    /// @throws IOException if another has it; the message says who
    static StateLock take(CertifierFolder folder, Log log) throws IOException {
        var lock = take(folder);
        if (folder.isOpenToOthers()) {
            log.write(
                    LogEvent.warning(
                                    "state-open",
                                    "others may write to '%s', where keys are".formatted(folder))
                            .hint("'chmod go-w %s' makes it yours alone".formatted(folder)));
        }
        return lock;
    }

    private static Optional<StateLock> tryTake(Path file) throws IOException {
        var channel = open(file);
        if (lock(channel, false).isEmpty()) {
            channel.close();
            return Optional.empty();
        }
        sign(channel, file);
        return Optional.of(new StateLock(channel));
    }

    private static void sign(FileChannel channel, Path file) throws IOException {
        String id = Long.toString(ProcessHandle.current().pid());
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(id.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException full) {
            channel.close();
            throw new IOException(
                    "cannot write '%s': %s".formatted(file, IoTrouble.describe(full)), full);
        }
    }

    /// Nobody else may open it: whoever can may lock it, too.
    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                CertifierFolder.secret(file));
    }

    private static Optional<FileLock> lock(FileChannel channel, boolean shared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// {@return whether nobody has worked on a folder yet}
    static boolean isUnused(CertifierFolder folder) {
        return Files.notExists(folder.path().resolve(WORK));
    }

    /// {@return the number of the process that works on a folder, if one does}
    ///
    /// @throws IOException if that cannot be told
    static Optional<String> holder(CertifierFolder folder) throws IOException {
        var file = folder.path().resolve(WORK);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return lock(channel, true).isPresent() ? Optional.empty() : text(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var buffer = ByteBuffer.allocate(LONGEST);
            channel.read(buffer);
            String id = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
            return id.matches("\\d+") ? Optional.of(id) : Optional.empty();
        }
    }

    /// Waits for a short turn at what several processes may make: the first makes it, the others find it.
    ///
    /// @throws IOException if the folder cannot be used
    static StateLock turn(CertifierFolder folder) throws IOException {
        folder.create();
        var channel = open(folder.path().resolve(TURN));
        channel.lock();
        return new StateLock(channel);
    }

    /// Gives the right back.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
