package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.WireReader;

/// Domain names as a tree of labels in flat arrays: each name is a number, and so is its parent. Names that differ only in
/// the case of letters are one, spelled as they were first. A name is found by hashing its labels from the right.
final class NamePool {

    static final int ROOT = 0;
    static final int NONE = -1;

    private final IntColumn parents = new IntColumn();
    private final IntColumn labels = new IntColumn();
    private final IntColumn hashes = new IntColumn();
    private final OctetHeap octets = new OctetHeap();
    private final WireReader finder = this::find;

    /// The number of a name plus one, at or behind the place its hash says; 0 where there is none.
    private int[] slots = new int[64];

    NamePool() {
        add(NONE, new byte[1], 0, 0);
    }

    int size() {
        return parents.size();
    }

    /// {@return the number of a name, which is added with all names above it if it is new}
    int intern(byte[] wire, int start) {
        if (wire[start] == 0) {
            return ROOT;
        }
        int parent = intern(wire, start + wire[start] + 1);
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

    /// {@return the number of the wildcard right below a name, or [#NONE]}
    int wildcardBelow(int parent) {
        byte[] label = {1, '*', 0};
        return probe(parent, hash(parent, label, 0), label, 0);
    }

    private int probe(int parent, int hash, byte[] wire, int start) {
        for (int slot = hash & slots.length - 1;
                slots[slot] != 0;
                slot = slot + 1 & slots.length - 1) {
            int name = slots[slot] - 1;
            if (hashes.get(name) == hash
                    && parents.get(name) == parent
                    && hasLabel(name, wire, start)) {
                return name;
            }
        }
        return NONE;
    }

    private boolean hasLabel(int name, byte[] wire, int start) {
        int address = labels.get(name);
        byte[] block = octets.block(address);
        int at = OctetHeap.offset(address);
        for (int i = 0; i <= wire[start]; i++) {
            if (block[at + i] != wire[start + i]
                    && lower(block[at + i]) != lower(wire[start + i])) {
                return false;
            }
        }
        return true;
    }

    private int add(int parent, byte[] wire, int start, int hash) {
        int name = parents.size();
        parents.add(parent);
        labels.add(octets.add(wire, start, wire[start] + 1));
        hashes.add(hash);
        if (2 * name >= slots.length) {
            slots = new int[4 * slots.length];
            for (int other = 0; other < name; other++) {
                place(other);
            }
        }
        place(name);
        return name;
    }

    private void place(int name) {
        int slot = hashes.get(name) & slots.length - 1;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = name + 1;
    }

    private static int hash(int parent, byte[] wire, int start) {
        int hash = parent * 0x9e3779b1;
        for (int i = start + wire[start]; i > start; i--) {
            hash = 31 * hash + (wire[i] | 0x20);
        }
        hash *= 0x85ebca6b;
        return hash ^ hash >>> 15;
    }

    /// {@return the name without its leftmost label; [#NONE] for the root}
    int parent(int name) {
        return parents.get(name);
    }

    /// {@return the name as a value}
    DomainName name(int name) {
        int length = 1;
        for (int at = name; at != ROOT; at = parents.get(at)) {
            length += 1 + octets.block(labels.get(at))[OctetHeap.offset(labels.get(at))];
        }
        byte[] wire = new byte[length];
        int end = 0;
        for (int at = name; at != ROOT; at = parents.get(at)) {
            int address = labels.get(at);
            byte[] block = octets.block(address);
            int offset = OctetHeap.offset(address);
            System.arraycopy(block, offset, wire, end, block[offset] + 1);
            end += block[offset] + 1;
        }
        return DomainName.sliceOf(wire, 0, length);
    }

    /// {@return the first octets of a label in lower case as a number, by which most labels can be told apart in their
    /// canonical order (RFC 4034 §6.1)}
    long labelPrefix(int name) {
        int address = labels.get(name);
        byte[] block = octets.block(address);
        int offset = OctetHeap.offset(address);
        long prefix = 0;
        for (int i = 1; i <= Long.BYTES; i++) {
            prefix = prefix << 8 | (i <= block[offset] ? lower(block[offset + i]) & 0xff : 0);
        }
        return prefix;
    }

    /// {@return how two labels stand to each other in canonical order}
    int compareLabels(int one, int other) {
        int first = labels.get(one);
        int second = labels.get(other);
        byte[] a = octets.block(first);
        byte[] b = octets.block(second);
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
