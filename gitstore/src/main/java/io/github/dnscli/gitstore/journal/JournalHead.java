package io.github.dnscli.gitstore.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/// The begin of a journal's file.
///
/// @param id distinguishes the journal from all others: 16 hexadecimal digits
/// @param next no edit before this number is to come; at least 1
record JournalHead(String id, long next) {

    /// How many octets it has: a word, a version, the id, the number and a checksum.
    static final int LENGTH = 8 + 4 + 8 + 8 + 4;

    private static final byte[] WORD = "oserve\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    /// {@return the begin of a new journal}
    static JournalHead fresh() {
        byte[] id = new byte[8];
        new SecureRandom().nextBytes(id);
        return new JournalHead(HexFormat.of().formatHex(id), 1);
    }

    /// {@return its octets}
    byte[] encode() {
        var octets = ByteBuffer.allocate(LENGTH);
        octets.put(WORD).putInt(VERSION).put(HexFormat.of().parseHex(id)).putLong(next);
        return octets.putInt(Frame.checksum(octets.array(), 0, LENGTH - 4)).array();
    }

    /// {@return the begin that octets mean}
    ///
    /// @throws IOException if they mean none
    static JournalHead decode(byte[] octets) throws IOException {
        var in = ByteBuffer.wrap(octets);
        byte[] word = new byte[WORD.length];
        in.get(word);
        if (!Arrays.equals(word, WORD)) {
            throw new IOException("it is no journal");
        }
        int version = in.getInt();
        byte[] id = new byte[8];
        in.get(id);
        long next = in.getLong();
        if (in.getInt() != Frame.checksum(octets, 0, LENGTH - 4)) {
            throw new IOException("the checksum of its begin is wrong");
        }
        if (version != VERSION) {
            throw new IOException("it is of version " + version + ", and not of " + VERSION);
        }
        return new JournalHead(HexFormat.of().formatHex(id), next);
    }
}
