package io.github.dnscli.common.wire;

import java.util.Arrays;

/// The names in a message being written, and all that they end in, for later names to point to (RFC 1035 §4.1.4): a hash
/// table of offsets, without an object for a name. A name points only to one spelled with the same case of letters, so
/// that compression loses nothing.
final class SuffixTable {

    private static final int SLOTS = 4096;
    private static final int POINTER = 0xc000;
    private static final int FARTHEST = 0x3fff;

    /// A message has no more names than this before those that begin behind [#FARTHEST]; beyond it, names go unremembered.
    private static final int MOST = SLOTS / 2;

    /// Offsets, above them bits of the hash; 0 is free, since a message begins with its header.
    private final int[] slots = new int[SLOTS];

    private final int[] labels = new int[128];
    private final int[] hashes = new int[128];
    private int count;

    /// Forgets all names.
    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    /// Writes a name, as short as it can be.
    ///
    /// @param message has at least 255 octets of room behind `at`
    /// @param at where to write
    /// @param name octets in which the name stands uncompressed
    /// @param start where it begins
    /// @return where the message goes on
    int write(byte[] message, int at, byte[] name, int start) {
        int depth = split(name, start);
        int known = 0;
        int pointer = 0;
        while (known < depth && pointer == 0) {
            pointer = find(message, hashes[known], name, labels[known]);
            known += pointer == 0 ? 1 : 0;
        }
        for (int i = 0; i < known; i++) {
            remember(hashes[i], at + labels[i] - start);
        }
        int written = labels[known] - start;
        System.arraycopy(name, start, message, at, written);
        int end = at + written;
        if (pointer == 0) {
            message[end] = 0;
            return end + 1;
        }
        message[end] = (byte) ((POINTER | pointer) >> 8);
        message[end + 1] = (byte) pointer;
        return end + 2;
    }

    /// {@return how many labels a name has}, after noting where they begin and what each suffix hashes to
    private int split(byte[] name, int start) {
        int depth = 0;
        int at = start;
        for (; name[at] != 0; at += name[at] + 1) {
            labels[depth++] = at;
        }
        labels[depth] = at;
        int hash = 0;
        for (int i = depth - 1; i >= 0; i--) {
            for (int octet = labels[i]; octet < labels[i + 1]; octet++) {
                hash = 31 * hash + name[octet];
            }
            hashes[i] = hash * 0x9e3779b1;
        }
        return depth;
    }

    /// {@return where a suffix stands in the message; 0 if it does not}
    private int find(byte[] message, int hash, byte[] name, int start) {
        for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & SLOTS - 1) {
            int offset = slots[slot] & FARTHEST;
            if (((slots[slot] ^ hash) & ~FARTHEST) == 0 && stands(message, offset, name, start)) {
                return offset;
            }
        }
        return 0;
    }

    private static int slot(int hash) {
        return hash >>> 20;
    }

    private static boolean stands(byte[] message, int offset, byte[] name, int start) {
        int there = offset;
        int here = start;
        while (true) {
            while ((message[there] & 0xc0) == 0xc0) {
                there = (message[there] & 0x3f) << 8 | message[there + 1] & 0xff;
            }
            int length = name[here] + 1;
            if (!Arrays.equals(message, there, there + length, name, here, here + length)) {
                return false;
            }
            if (length == 1) {
                return true;
            }
            there += length;
            here += length;
        }
    }

    private void remember(int hash, int offset) {
        if (offset > FARTHEST || count == MOST) {
            return;
        }
        int slot = slot(hash);
        while (slots[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot] = hash & ~FARTHEST | offset;
        count++;
    }
}
