package io.github.dnscli.common.record;

import java.util.Map;

/// Finds the types that words name, in any case of letters and without an object for each word.
final class TypeWords {

    static final int NONE = -1;

    /// Of upper-case letters, digits and hyphens, so many fit into a long; no mnemonic has more.
    private static final int MOST_LETTERS = 10;

    private static final int SLOTS = 512;

    private final long[] keys = new long[SLOTS];
    private final int[] values = new int[SLOTS];

    /// @param mnemonics in upper case
    TypeWords(Map<String, RecordType> mnemonics) {
        mnemonics.forEach(
                (mnemonic, type) -> {
                    byte[] text = new byte[mnemonic.length()];
                    for (int i = 0; i < text.length; i++) {
                        text[i] = (byte) mnemonic.charAt(i);
                    }
                    long key = key(text, 0, text.length);
                    int slot = slotOf(key);
                    keys[slot] = key;
                    values[slot] = type.value();
                });
    }

    /// {@return the number of the type, or [#NONE]}
    int find(byte[] text, int start, int end) {
        if (end - start > MOST_LETTERS) {
            return NONE;
        }
        long key = key(text, start, end);
        int slot = slotOf(key);
        return key != 0 && keys[slot] == key ? values[slot] : numbered(text, start, end);
    }

    private int slotOf(long key) {
        int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 55);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /// {@return six bits for each character; 0 if one is neither letter, digit nor hyphen}
    private static long key(byte[] text, int start, int end) {
        long key = 0;
        for (int i = start; i < end; i++) {
            int c = text[i];
            int code;
            if (c >= 'a' && c <= 'z') {
                code = c - 'a' + 1;
            } else if (c >= 'A' && c <= 'Z') {
                code = c - 'A' + 1;
            } else if (c >= '0' && c <= '9') {
                code = c - '0' + 27;
            } else if (c == '-') {
                code = 37;
            } else {
                return 0;
            }
            key = key << 6 | code;
        }
        return key;
    }

    /// `TYPE` and up to five digits (RFC 3597 §5).
    private static int numbered(byte[] text, int start, int end) {
        if (end - start < 5 || end - start > 9) {
            return NONE;
        }
        for (int i = 0; i < 4; i++) {
            if ((text[start + i] & ~0x20) != "TYPE".charAt(i)) {
                return NONE;
            }
        }
        int value = 0;
        for (int i = start + 4; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return NONE;
            }
            value = value * 10 + text[i] - '0';
        }
        return value > 0xffff ? NONE : value;
    }
}
