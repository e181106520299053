package io.github.dnscli.gitstore.journal;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the entries of a file, one after the other. A last one that did not get to the disk as a whole was never
/// acknowledged, and is passed over; anything else that cannot be read is damage.
final class FrameScan {

    private final Path file;
    private final DataInputStream in;
    private final long size;
    private long at;

    /// Begins behind the begin of a file.
    ///
    /// @param in the file's octets, as many as its size says
    FrameScan(Path file, DataInputStream in, long size) {
        this.file = file;
        this.in = in;
        this.size = size;
    }

    /// {@return the begin of the file}
    JournalHead head() throws IOException {
        if (size < JournalHead.LENGTH) {
            throw damage("it is too short");
        }
        try {
            var head = JournalHead.decode(octets(JournalHead.LENGTH));
            at = JournalHead.LENGTH;
            return head;
        } catch (IOException e) {
            throw damage(IoTrouble.describe(e));
        }
    }

    /// {@return the next entry; empty at the end}
    Optional<Entry> next() throws IOException {
        long left = size - at;
        if (left < Frame.HEAD + Frame.TAIL) {
            return Optional.empty();
        }
        byte[] head = octets(Frame.HEAD);
        var fields = ByteBuffer.wrap(head);
        int length = fields.getInt();
        if (fields.getInt() != Frame.checksum(head, 0, Integer.BYTES) || length < 0) {
            return unwritten(head);
        }
        long end = at + Frame.HEAD + length + Frame.TAIL;
        return end > size ? Optional.empty() : entry(length, end);
    }

    private Optional<Entry> entry(int length, long end) throws IOException {
        byte[] octets = octets(length);
        int checksum = in.readInt();
        if (checksum != Frame.checksum(octets, 0, length)) {
            if (checksum == 0 && end == size) {
                return Optional.empty();
            }
            throw damage("the checksum of an entry is wrong");
        }
        try {
            var entry = EntryCodec.decode(octets);
            at = end;
            return Optional.of(entry);
        } catch (IOException e) {
            throw damage(IoTrouble.describe(e));
        }
    }

    /// File systems may grow a file before they write what is in it.
    private Optional<Entry> unwritten(byte[] head) throws IOException {
        if (ByteBuffer.wrap(head).getLong() == 0 && isRestBlank()) {
            return Optional.empty();
        }
        throw damage("the length of an entry is wrong");
    }

    private boolean isRestBlank() throws IOException {
        for (long left = size - at - Frame.HEAD; left > 0; left--) {
            if (in.read() > 0) {
                return false;
            }
        }
        return true;
    }

    /// {@return where the last entry ends that was read}
    long end() {
        return at;
    }

    private byte[] octets(int length) throws IOException {
        byte[] octets = new byte[length];
        in.readFully(octets);
        return octets;
    }

    private IOException damage(String what) {
        String way =
                at == 0
                        ? "to do without the changes in it, remove it"
                        : "to do without the changes from there on, cut it off: truncate -s "
                                + at
                                + " '"
                                + file
                                + "'";
        return new IOException(
                "'"
                        + file
                        + "' is damaged at octet "
                        + at
                        + ": "
                        + what
                        + "; put a copy in its place or, "
                        + way);
    }
}
