package io.github.dnscli.gitstore.journal;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Entries as octets: an octet for the kind, numbers with the highest octet first, names and data as on the wire, behind
/// their lengths.
final class EntryCodec {

    private static final int ADDED = 1;
    private static final int PUT_BACK = 2;
    private static final int REMOVED = 3;

    private EntryCodec() {}

    static byte[] encode(Entry entry) throws IOException {
        var octets = new ByteArrayOutputStream();
        var out = new DataOutputStream(octets);
        switch (entry) {
            case Entry.Added(var edit) -> {
                out.writeByte(ADDED);
                write(edit, out);
            }
            case Entry.PutBack(var edits) -> {
                out.writeByte(PUT_BACK);
                out.writeInt(edits.size());
                for (var edit : edits) {
                    write(edit, out);
                }
            }
            case Entry.Removed(var numbers) -> {
                out.writeByte(REMOVED);
                out.writeInt(numbers.size());
                for (long number : numbers) {
                    out.writeLong(number);
                }
            }
        }
        return octets.toByteArray();
    }

    private static void write(ZoneEdit edit, DataOutputStream out) throws IOException {
        out.writeLong(edit.number());
        write(edit.time(), out);
        write(edit.zone(), out);
        write(edit.key(), out);
        out.writeUTF(edit.peer());
        out.writeInt((int) edit.before().value());
        out.writeInt((int) edit.after().value());
        write(edit.removed(), out);
        write(edit.added(), out);
    }

    private static void write(Instant time, DataOutputStream out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static void write(DomainName name, DataOutputStream out) throws IOException {
        out.writeByte(name.wireLength());
        out.write(name.wire());
    }

    private static void write(List<ResourceRecord> records, DataOutputStream out)
            throws IOException {
        out.writeInt(records.size());
        for (var record : records) {
            write(record.owner(), out);
            out.writeShort(record.type().value());
            out.writeInt(record.ttl().seconds());
            out.writeShort(record.data().length());
            out.write(record.data().wire());
        }
    }

    /// {@return the entry that octets mean}
    ///
    /// @throws IOException if they mean none
    static Entry decode(byte[] octets) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(octets));
        try {
            var entry = entry(in);
            if (in.available() > 0) {
                throw new IOException("an entry goes on behind its end");
            }
            return entry;
        } catch (EOFException e) {
            throw new IOException("an entry ends too early", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("an entry has no meaning: " + e.getMessage(), e);
        }
    }

    private static Entry entry(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case ADDED -> new Entry.Added(edit(in));
            case PUT_BACK -> new Entry.PutBack(edits(in));
            case REMOVED -> new Entry.Removed(numbers(in));
            default -> throw new IOException("an entry is of the unknown kind " + kind);
        };
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IOException("an entry has " + count + " parts");
        }
        return count;
    }

    private static List<ZoneEdit> edits(DataInputStream in) throws IOException {
        var edits = new ArrayList<ZoneEdit>();
        for (int left = count(in); left > 0; left--) {
            edits.add(edit(in));
        }
        return edits;
    }

    private static List<Long> numbers(DataInputStream in) throws IOException {
        var numbers = new ArrayList<Long>();
        for (int left = count(in); left > 0; left--) {
            numbers.add(in.readLong());
        }
        return numbers;
    }

    private static ZoneEdit edit(DataInputStream in) throws IOException {
        return new ZoneEdit(
                in.readLong(),
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                name(in),
                name(in),
                in.readUTF(),
                new Serial(Integer.toUnsignedLong(in.readInt())),
                new Serial(Integer.toUnsignedLong(in.readInt())),
                records(in),
                records(in));
    }

    private static DomainName name(DataInputStream in) throws IOException {
        byte[] wire = octets(in.readUnsignedByte(), in);
        return DomainName.ofWire(wire, 0, wire.length);
    }

    private static List<ResourceRecord> records(DataInputStream in) throws IOException {
        var records = new ArrayList<ResourceRecord>();
        for (int left = count(in); left > 0; left--) {
            var owner = name(in);
            var type = RecordType.of(in.readUnsignedShort());
            var ttl = new Ttl(in.readInt());
            byte[] wire = octets(in.readUnsignedShort(), in);
            records.add(new ResourceRecord(owner, ttl, RecordData.ofWire(type, wire)));
        }
        return records;
    }

    private static byte[] octets(int length, DataInputStream in) throws IOException {
        byte[] octets = new byte[length];
        in.readFully(octets);
        return octets;
    }
}
