package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.WireReader;

/// Domain names as a tree of labels in flat arrays: each name is a number, and so is its parent. Names that differ only in
/// the case of letters are one, spelled as they were first. A name is found by hashing its labels from the right.
final class NamePool {

    static final int ROOT = 0;
    static final int NONE = -1;

    // What is known of each name; what the zone knows of it stands behind.
    private static final int PARENT = 0;
    private static final int LABEL = 1;
    private static final int IS_HOST = 2;

    /// The first column that is left to the zone.
    static final int FREE = 3;

    /// From so many on they are doubled when they grow, because of the memory; fewer are quadrupled, because of the time.
    private static final int MANY_SLOTS = 1 << 18;

    private final IntRows rows;
    private final OctetHeap labels = new OctetHeap();
    private final WireReader finder = this::find;

    /// At or behind the place its hash says, the number of each name plus one, and its hash in the upper half.
    private long[] slots = new long[64];

    /// @param columns how many columns the zone wants for itself
    NamePool(int columns) {
        rows = new IntRows(FREE + columns);
        add(NONE, new byte[1], 0, 0);
        rows.set(ROOT, IS_HOST, 1);
    }

    /// {@return the rows of the names}
    IntRows rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    /// {@return the number of a name, which is added with all names above it if it is new}
    int intern(byte[] wire, int start) {
        int end = start;
        while (wire[end] != 0) {
            end += wire[end] + 1;
        }
        return intern(wire, start, end, ROOT);
    }

    /// {@return the number of the name that some labels make in front of another name}
    int intern(byte[] wire, int start, int end, int suffix) {
        if (start == end) {
            return suffix;
        }
        int parent = intern(wire, start + wire[start] + 1, end, suffix);
        int hash = hash(parent, wire, start);
        int known = probe(parent, hash, wire, start);
        return known == NONE ? add(parent, wire, start, hash) : known;
    }

    /// {@return the number of a name, or [#NONE]}
    int find(DomainName name) {
        return name.read(finder);
    }

    private int find(byte[] wire, int start) {
        if (wire[start] == 0) {
            return ROOT;
        }
        int parent = find(wire, start + wire[start] + 1);
        return parent == NONE ? NONE : probe(parent, hash(parent, wire, start), wire, start);
    }

    /// Walks from the root towards a name as far as names exist.
    ///
    /// @param path takes the numbers of the names on the way, the root first: one more than the name has labels
    /// @return how many there are
    int path(DomainName name, int[] path) {
        return name.read((wire, start) -> path(wire, start, path.length - 1, path));
    }

    private int path(byte[] wire, int start, int labels, int[] path) {
        if (labels == 0) {
            path[0] = ROOT;
            return 1;
        }
        int found = path(wire, start + wire[start] + 1, labels - 1, path);
        if (found < labels) {
            return found;
        }
        int parent = path[labels - 1];
        path[labels] = probe(parent, hash(parent, wire, start), wire, start);
        return path[labels] == NONE ? found : found + 1;
    }

    private int probe(int parent, int hash, byte[] wire, int start) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            if ((int) (slots[slot] >> 32) == hash) {
                int name = (int) slots[slot] - 1;
                if (rows.get(name, PARENT) == parent && hasLabel(name, wire, start)) {
                    return name;
                }
            }
        }
        return NONE;
    }

    private boolean hasLabel(int name, byte[] wire, int start) {
        int address = rows.get(name, LABEL);
        byte[] block = labels.block(address);
        int at = OctetHeap.offset(address);
        for (int i = 0; i <= wire[start]; i++) {
            if (block[at + i] != wire[start + i]
                    && lower(block[at + i]) != lower(wire[start + i])) {
                return false;
            }
        }
        return true;
    }

    /// {@return whether a name is the same as one in another pool}
    boolean isSame(int name, NamePool others, int other) {
        int at = name;
        int otherAt = other;
        while (at != ROOT && otherAt != ROOT) {
            int address = others.rows.get(otherAt, LABEL);
            if (!hasLabel(at, others.labels.block(address), OctetHeap.offset(address))) {
                return false;
            }
            at = parent(at);
            otherAt = others.parent(otherAt);
        }
        return at == otherAt;
    }

    private int add(int parent, byte[] wire, int start, int hash) {
        int name = rows.add();
        rows.set(name, PARENT, parent);
        rows.set(name, LABEL, labels.add(wire, start, wire[start] + 1));
        rows.set(name, IS_HOST, parent != NONE && isHost(parent, wire, start) ? 1 : 0);
        if (2 * name >= slots.length) {
            rehash();
        }
        place((long) hash << 32 | name + 1);
        return name;
    }

    private void rehash() {
        long[] old = slots;
        slots = new long[(old.length < MANY_SLOTS ? 4 : 2) * old.length];
        for (long entry : old) {
            if (entry != 0) {
                place(entry);
            }
        }
    }

    private void place(long entry) {
        int mask = slots.length - 1;
        int slot = (int) (entry >> 32) & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = entry;
    }

    private static int hash(int parent, byte[] wire, int start) {
        int hash = parent * 0x9e3779b1;
        for (int i = start + wire[start]; i > start; i--) {
            hash = 31 * hash + (wire[i] | 0x20);
        }
        hash *= 0x85ebca6b;
        return hash ^ hash >>> 15;
    }

    /// A label of letters, digits and inner hyphens, below a host or below the root; that one has letters too.
    private boolean isHost(int parent, byte[] wire, int start) {
        if (rows.get(parent, IS_HOST) == 0
                || wire[start + 1] == '-'
                || wire[start + wire[start]] == '-') {
            return false;
        }
        boolean hasLetter = false;
        for (int i = start + wire[start]; i > start; i--) {
            boolean isLetter = lower(wire[i]) >= 'a' && lower(wire[i]) <= 'z';
            if (!isLetter && wire[i] != '-' && (wire[i] < '0' || wire[i] > '9')) {
                return false;
            }
            hasLetter |= isLetter;
        }
        return hasLetter || parent != ROOT;
    }

    /// {@return the name without its leftmost label; [#NONE] for the root}
    int parent(int name) {
        return rows.get(name, PARENT);
    }

    /// {@return whether a name is a host name}
    boolean isHost(int name) {
        return rows.get(name, IS_HOST) != 0;
    }

    /// {@return the name as a value}
    DomainName name(int name) {
        int length = 1;
        for (int at = name; at != ROOT; at = parent(at)) {
            int address = rows.get(at, LABEL);
            length += 1 + labels.block(address)[OctetHeap.offset(address)];
        }
        byte[] wire = new byte[length];
        int end = 0;
        for (int at = name; at != ROOT; at = parent(at)) {
            int address = rows.get(at, LABEL);
            byte[] block = labels.block(address);
            int offset = OctetHeap.offset(address);
            System.arraycopy(block, offset, wire, end, block[offset] + 1);
            end += block[offset] + 1;
        }
        return DomainName.sliceOf(wire, 0, length);
    }

    /// {@return the first octets of a label in lower case as a number, by which most labels can be told apart in their
    /// canonical order (RFC 4034 §6.1)}
    long labelPrefix(int name) {
        int address = rows.get(name, LABEL);
        byte[] block = labels.block(address);
        int offset = OctetHeap.offset(address);
        long prefix = 0;
        for (int i = 1; i <= Long.BYTES; i++) {
            prefix = prefix << 8 | (i <= block[offset] ? lower(block[offset + i]) & 0xff : 0);
        }
        return prefix;
    }

    /// {@return how two labels stand to each other in canonical order}
    int compareLabels(int one, int other) {
        int first = rows.get(one, LABEL);
        int second = rows.get(other, LABEL);
        byte[] a = labels.block(first);
        byte[] b = labels.block(second);
        int aStart = OctetHeap.offset(first);
        int bStart = OctetHeap.offset(second);
        int shorter = Math.min(a[aStart], b[bStart]);
        for (int i = 1; i <= shorter; i++) {
            int order = (lower(a[aStart + i]) & 0xff) - (lower(b[bStart + i]) & 0xff);
            if (order != 0) {
                return order;
            }
        }
        return a[aStart] - b[bStart];
    }

    private static byte lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 32) : octet;
    }
}
