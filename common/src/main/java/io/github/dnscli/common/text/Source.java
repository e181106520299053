package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The octets of a text and the name under which the user knows it. Offsets into it become lines and columns.
public final class Source {

    /// The size of the largest text that is read, in octets: 1 GiB.
    public static final int LARGEST = 1 << 30;

    /// So many octets lie between two entries of the line index.
    private static final int STRIDE = 4096;

    private final byte[] octets;
    private final String name;
    private volatile int[] linesBefore = {};

    /// Makes a source of a copy of the octets.
    ///
    /// @param octets the text, in UTF-8 or anything near it
    /// @param name a file name, or `-`
    public Source(byte[] octets, String name) {
        this(name, octets.clone());
    }

    private Source(String name, byte[] octets) {
        this.name = name;
        this.octets = octets;
    }

    /// {@return the content of a file, named as the path is}
    ///
    /// @throws IOException if it cannot be read
    public static Source read(Path file) throws IOException {
        return new Source(file.toString(), Files.readAllBytes(file));
    }

    /// {@return the content of a file}
    ///
    /// @param name the name under which the user knows the file
    /// @throws IOException if it cannot be read, is a folder or is larger than [#LARGEST]
    public static Source read(Path file, String name) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(name, null, "it is a folder");
        }
        try (var octets = Files.newInputStream(file)) {
            return read(octets, name);
        }
    }

    /// {@return all that comes out of a stream}
    ///
    /// @param name the name under which the user knows the stream
    /// @throws IOException if it cannot be read or holds more than [#LARGEST]
    public static Source read(InputStream octets, String name) throws IOException {
        byte[] content = octets.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new FileSystemException(name, null, "it is larger than " + LARGEST + " octets");
        }
        return of(content, name);
    }

    /// {@return a source that takes the octets over; nobody else may keep them}
    static Source of(byte[] octets, String name) {
        return new Source(name, octets);
    }

    /// {@return the name under which the user knows the text}
    public String name() {
        return name;
    }

    /// {@return how many octets the text has}
    public int length() {
        return octets.length;
    }

    /// {@return the octets; a fresh array}
    public byte[] bytes() {
        return octets.clone();
    }

    /// {@return the octets themselves, to be read only}
    byte[] octets() {
        return octets;
    }

    /// {@return the offset of the text, behind a byte order mark if there is one}
    int textStart() {
        boolean marked =
                octets.length >= 3
                        && octets[0] == (byte) 0xef
                        && octets[1] == (byte) 0xbb
                        && octets[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    /// {@return line and column of an offset, the column in characters, a tab being one}
    ///
    /// @param offset 0 to [#length()]
    public Place place(int offset) {
        int column = 1;
        for (int i = Math.max(lineStart(offset), textStart()); i < offset; i++) {
            column += (octets[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return new Place(name, lineOf(offset), column);
    }

    private int lineStart(int offset) {
        int start = offset;
        while (start > 0 && octets[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /// {@return the line of an offset, counted from 1}
    int lineOf(int offset) {
        int stride = offset / STRIDE;
        return 1 + linesBefore()[stride] + lineEnds(stride * STRIDE, offset);
    }

    /// {@return the offset at which a line begins; the length of the text if it has no such line}
    ///
    /// @param line counted from 1
    int startOfLine(int line) {
        int[] index = linesBefore();
        int stride = 0;
        for (int high = index.length - 1; stride < high; ) {
            int middle = (stride + high + 1) >>> 1;
            if (index[middle] < line - 1) {
                stride = middle;
            } else {
                high = middle - 1;
            }
        }
        int at = stride * STRIDE;
        for (int missing = line - 1 - index[stride]; missing > 0 && at < octets.length; at++) {
            missing -= octets[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    // Two threads may both build the index; they build the same. Volatile, so that none sees half
    // of it.
    private int[] linesBefore() {
        if (linesBefore.length == 0) {
            int[] index = new int[octets.length / STRIDE + 1];
            for (int i = 1; i < index.length; i++) {
                index[i] = index[i - 1] + lineEnds((i - 1) * STRIDE, i * STRIDE);
            }
            linesBefore = index;
        }
        return linesBefore;
    }

    private int lineEnds(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += octets[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    @Override
    public String toString() {
        return name;
    }
}
