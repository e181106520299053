package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;

/// The names written so far, for later ones to point to (RFC 1035 §4.1.4). A name points only to one spelled with the
/// same case of letters, so that compression loses nothing.
///
/// The names are a tree of labels, as in the DNS: each label is found, from the right, by the offset of the name behind it
/// and its own octets. So a name costs its length, however many came before.
final class NameTable {

    private static final int POINTER = 0xc000;
    private static final int FARTHEST = 0x3fff;

    /// Stands for the root, which is nowhere written on its own; no name begins in the header.
    private static final int ROOT = 0;

    private static final int NONE = -1;
    private static final int MOST_LABELS = 128;

    private final OctetWriter output;

    /// Where each known name begins, and the name behind its first label; in the order in which they were written.
    private int[] offsets = new int[16];

    private int[] parents = new int[16];
    private int count;

    /// At or behind the place its hash says, the number of each name plus one.
    private int[] slots = new int[64];

    private final int[] labels = new int[MOST_LABELS];

    NameTable(OctetWriter output) {
        this.output = output;
    }

    void write(DomainName name) {
        name.read(this::write);
    }

    /// Writes the uncompressed name that begins at an offset of some octets.
    ///
    /// @return the offset behind it
    int write(byte[] wire, int start) {
        int depth = 0;
        int end = start;
        while (wire[end] != 0) {
            labels[depth++] = end;
            end += wire[end] + 1;
        }
        int known = ROOT;
        int spelledEnd = end;
        while (depth > 0) {
            int longer = find(known, wire, labels[depth - 1]);
            if (longer == NONE) {
                break;
            }
            known = longer;
            spelledEnd = labels[--depth];
        }
        int base = output.length() - start;
        output.bytes(wire, start, spelledEnd - start);
        if (known == ROOT) {
            output.u8(0);
        } else {
            output.u16(POINTER | known);
        }
        rememberSpelled(depth, base, known);
        return end + 1;
    }

    /// @param depth how many labels were spelled
    /// @param base what to add to their places to get their offsets
    /// @param behind the name behind them
    private void rememberSpelled(int depth, int base, int behind) {
        int parent = behind;
        for (int i = depth - 1; i >= 0 && base + labels[i] <= FARTHEST; i--) {
            remember(base + labels[i], parent);
            parent = base + labels[i];
        }
    }

    private int find(int parent, byte[] wire, int label) {
        int mask = slots.length - 1;
        int slot = hash(parent, wire, label) & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int known = slots[slot] - 1;
            if (parents[known] == parent && isAt(offsets[known], wire, label)) {
                return offsets[known];
            }
        }
        return NONE;
    }

    private boolean isAt(int offset, byte[] wire, int label) {
        for (int i = 0; i <= wire[label]; i++) {
            if (output.at(offset + i) != wire[label + i]) {
                return false;
            }
        }
        return true;
    }

    private void remember(int offset, int parent) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            parents = Arrays.copyOf(parents, 2 * count);
            slots = new int[8 * count];
            for (int i = 0; i < count; i++) {
                place(i);
            }
        }
        offsets[count] = offset;
        parents[count] = parent;
        place(count++);
    }

    private void place(int known) {
        int mask = slots.length - 1;
        int slot = hash(parents[known], offsets[known]) & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = known + 1;
    }

    private int hash(int parent, int offset) {
        int hash = parent;
        for (int i = output.at(offset); i > 0; i--) {
            hash = 31 * hash + output.at(offset + i);
        }
        return mix(hash);
    }

    private static int hash(int parent, byte[] wire, int label) {
        int hash = parent;
        for (int i = wire[label]; i > 0; i--) {
            hash = 31 * hash + wire[label + i];
        }
        return mix(hash);
    }

    private static int mix(int hash) {
        int mixed = hash * 0x9e3779b1;
        return mixed ^ mixed >>> 15;
    }

    /// Forgets what was written at an offset or behind it.
    void forgetFrom(int offset) {
        int before = count;
        while (count > 0 && offsets[count - 1] >= offset) {
            count--;
        }
        if (count < before) {
            Arrays.fill(slots, 0);
            for (int i = 0; i < count; i++) {
                place(i);
            }
        }
    }
}
