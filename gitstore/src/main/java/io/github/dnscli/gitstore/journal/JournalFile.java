package io.github.dnscli.gitstore.journal;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/// A file that grows entry by entry. Used by one thread at a time.
///
/// It is no channel, because those close when a thread that uses them is interrupted.
final class JournalFile implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile file;
    private long end;
    private boolean isSpoiled;

    private JournalFile(Path path, RandomAccessFile file, long end) {
        this.path = path;
        this.file = file;
        this.end = end;
    }

    /// {@return a new file, on the disk when this returns}
    static JournalFile create(Path path, JournalHead head, List<Entry> entries) throws IOException {
        Files.deleteIfExists(path);
        var created = new JournalFile(path, new RandomAccessFile(path.toFile(), "rw"), 0);
        try {
            created.write(head.encode());
            for (var entry : entries) {
                created.write(Frame.of(EntryCodec.encode(entry)));
            }
            created.file.getFD().sync();
            return created;
        } catch (IOException e) {
            created.close();
            Files.deleteIfExists(path);
            throw trouble(path, e);
        }
    }

    /// {@return a file that is there, what was written of it only in part cut off}
    ///
    /// @param entries is told of each entry
    static JournalFile open(Path path, Consumer<JournalHead> heads, Consumer<Entry> entries)
            throws IOException {
        var file = new RandomAccessFile(path.toFile(), "rw");
        try {
            long end = scan(path, heads, entries);
            if (end < file.length()) {
                file.setLength(end);
                file.getFD().sync();
            }
            return new JournalFile(path, file, end);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static long scan(Path path, Consumer<JournalHead> heads, Consumer<Entry> entries)
            throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            var scan = new FrameScan(path, in, Files.size(path));
            heads.accept(scan.head());
            for (var entry = scan.next(); entry.isPresent(); entry = scan.next()) {
                entries.accept(entry.get());
            }
            return scan.end();
        }
    }

    /// {@return how many octets it has}
    long size() {
        return end;
    }

    /// Adds an entry, durably when this returns.
    ///
    /// @throws IOException if it cannot be added; then it is not there
    void append(Entry entry) throws IOException {
        if (isSpoiled) {
            throw new IOException(
                    "'"
                            + path
                            + "' could neither be written to nor be put in order again; restart the server"
                            + " when the disk is");
        }
        long before = end;
        try {
            write(Frame.of(EntryCodec.encode(entry)));
            file.getFD().sync();
        } catch (IOException e) {
            cut(before);
            throw trouble(path, e);
        }
    }

    private void write(byte[] octets) throws IOException {
        file.seek(end);
        file.write(octets);
        end += octets.length;
    }

    private void cut(long length) {
        try {
            end = length;
            file.setLength(length);
            file.getFD().sync();
        } catch (IOException _) {
            isSpoiled = true;
        }
    }

    /// {@return this file, with what has been added to another since that had a size, in the other's place; durably when
    /// this returns, and the other is closed}
    ///
    /// @throws IOException if that cannot be; then the other is as it was, and this one is gone
    JournalFile inPlaceOf(JournalFile other, long since) throws IOException {
        try {
            byte[] octets = new byte[Math.toIntExact(other.end - since)];
            other.file.seek(since);
            other.file.readFully(octets);
            write(octets);
            file.getFD().sync();
            var renamed = named(other.path);
            other.close();
            return renamed;
        } catch (IOException e) {
            close();
            Files.deleteIfExists(path);
            throw trouble(path, e);
        }
    }

    /// {@return this file under another name}; if it is not certain that the name is durable, it takes no more entries
    ///
    /// @throws IOException if the name could not be had
    JournalFile named(Path name) throws IOException {
        Files.move(path, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var renamed = new JournalFile(name, file, end);
        try (var folder = FileChannel.open(name.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException _) {
            renamed.isSpoiled = true;
        }
        return renamed;
    }

    private static IOException trouble(Path path, IOException cause) {
        return new IOException("cannot write '" + path + "': " + IoTrouble.describe(cause), cause);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
