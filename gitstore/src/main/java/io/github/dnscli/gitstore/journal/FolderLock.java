package io.github.dnscli.gitstore.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps other processes out of a folder as long as it is open.
///
/// @param channel the lock's file
record FolderLock(FileChannel channel) implements AutoCloseable {

    /// {@return the lock of a folder}
    ///
    /// @throws IOException if another has it
    static FolderLock of(Path folder) throws IOException {
        var file = folder.resolve("lock");
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            if (!isFree(channel)) {
                throw new IOException(
                        "'"
                                + folder
                                + "' is in use by another process"
                                + holder(file)
                                + ": stop it, or choose another folder");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid())
                                    .getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static String holder(Path file) throws IOException {
        String process = Files.readString(file, StandardCharsets.ISO_8859_1);
        return process.matches("[0-9]{1,10}") ? ", " + process : "";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
