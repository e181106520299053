package io.github.dnscli.gitstore.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DamagedFileTest {

    private static final Path FILE = Path.of("/state/journal/edits");

    /// Where each entry ends, the begin first.
    private final List<Integer> ends = new ArrayList<>();

    private byte[] whole = {};

    @BeforeEach
    void write() throws IOException {
        var edits =
                List.of("one", "two", "three").stream()
                        .map(text -> ZoneEdit.of(text.length(), Changes.TIME, Changes.of(text)))
                        .toList();
        add(new JournalHead("0123456789abcdef", 7).encode());
        add(Frame.of(EntryCodec.encode(new Entry.Added(edits.get(0)))));
        add(Frame.of(EntryCodec.encode(new Entry.PutBack(edits))));
        add(Frame.of(EntryCodec.encode(new Entry.Removed(List.of(3L, 5L)))));
        add(Frame.of(EntryCodec.encode(new Entry.Added(edits.get(2)))));
    }

    private void add(byte[] octets) {
        int end = whole.length;
        whole = Arrays.copyOf(whole, end + octets.length);
        System.arraycopy(octets, 0, whole, end, octets.length);
        ends.add(whole.length);
    }

    private static List<Entry> scan(byte[] octets) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(octets));
        var scan = new FrameScan(FILE, in, octets.length);
        scan.head();
        var entries = new ArrayList<Entry>();
        for (var entry = scan.next(); entry.isPresent(); entry = scan.next()) {
            entries.add(entry.get());
        }
        return entries;
    }

    private long entriesWithin(int length) {
        return ends.stream().skip(1).filter(end -> end <= length).count();
    }

    @Test
    void truncatedAnywhereItKeepsWhatWasWrittenInFull() throws IOException {
        var all = scan(whole);
        assertThat(all).hasSize(4);
        for (int length = JournalHead.LENGTH; length < whole.length; length++) {
            assertThat(scan(Arrays.copyOf(whole, length)))
                    .as("%d octets", length)
                    .isEqualTo(all.subList(0, (int) entriesWithin(length)));
        }
        for (int length = 0; length < JournalHead.LENGTH; length++) {
            byte[] octets = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> scan(octets)).hasMessageContaining("it is too short");
        }
    }

    /// As a file system leaves it that has grown the file and then lost its power.
    @Test
    void blankFromAnywhereInTheLastEntryItKeepsTheOthers() throws IOException {
        var all = scan(whole);
        int begin = ends.get(3);
        for (int at = begin; at < whole.length - Frame.TAIL; at++) {
            if (at == begin || at >= begin + Frame.HEAD) {
                byte[] octets = whole.clone();
                Arrays.fill(octets, at, octets.length, (byte) 0);
                assertThat(scan(octets)).as("from %d", at).isEqualTo(all.subList(0, 3));
            }
        }
    }

    @Test
    void noBitFlipsUnnoticed() {
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] octets = whole.clone();
            octets[bit / 8] ^= (byte) (1 << bit % 8);
            int at = bit / 8;
            int begin = ends.stream().filter(end -> end <= at).max(Integer::compare).orElse(0);
            assertThatThrownBy(() -> scan(octets))
                    .as("bit %d", bit)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("'" + FILE + "' is damaged at octet " + begin + ": ");
        }
    }

    @Test
    void damageIsToldWithTheWayOut() {
        byte[] octets = whole.clone();
        octets[ends.get(0) + 20]++;
        assertThatThrownBy(() -> scan(octets))
                .hasMessage(
                        "'/state/journal/edits' is damaged at octet 32: the checksum of an entry is wrong;"
                                + " put a copy in its place or, to do without the changes from there on,"
                                + " cut it off: truncate -s 32 '/state/journal/edits'");
    }

    @Test
    void anyEntryIsReadOrComplainedOf() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] entry = new byte[1 + random.nextInt(60)];
            random.nextBytes(entry);
            entry[0] = (byte) random.nextInt(5);
            try {
                assertThat(EntryCodec.encode(EntryCodec.decode(entry)))
                        .as("%d", i)
                        .isEqualTo(entry);
            } catch (IOException complaint) {
                assertThat(complaint).as("%d", i).hasNoSuppressedExceptions();
            }
        }
    }

    @Test
    void aNewerVersionIsNotRead() {
        byte[] octets = whole.clone();
        octets[11] = 2;
        int checksum = Frame.checksum(octets, 0, JournalHead.LENGTH - 4);
        for (int i = 0; i < 4; i++) {
            octets[JournalHead.LENGTH - 4 + i] = (byte) (checksum >>> 24 - 8 * i);
        }
        assertThatThrownBy(() -> scan(octets)).hasMessageContaining("it is of version 2");
    }
}
