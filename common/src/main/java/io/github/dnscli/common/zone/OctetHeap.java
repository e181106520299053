package io.github.dnscli.common.zone;

import java.util.Arrays;

/// Octets of many small values, one behind the other in large blocks. A value never spans two blocks, so that it can be
/// seen as a slice of one array; nothing is ever changed or taken away.
final class OctetHeap {

    private static final int BLOCK_BITS = 17;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private byte[][] blocks = {new byte[256]};
    private int block;
    private int used;

    /// {@return the address of a copy of some octets}
    ///
    /// @throws IllegalStateException when the heap would exceed 2 GiB
    int add(byte[] octets, int start, int length) {
        if (used + length > blocks[block].length) {
            makeRoom(length);
        }
        System.arraycopy(octets, start, blocks[block], used, length);
        int address = block << BLOCK_BITS | used;
        used += length;
        return address;
    }

    private void makeRoom(int length) {
        if (block == 0 && used + length <= BLOCK) {
            int wanted = Math.min(Math.max(4 * blocks[0].length, used + length), BLOCK);
            // Slices of the smaller block stay as they are: what they see does not change.
            blocks[0] = Arrays.copyOf(blocks[0], wanted);
            return;
        }
        block++;
        used = 0;
        if (block == 1 << 31 - BLOCK_BITS) {
            throw new IllegalStateException("more than 2 GiB of names or data");
        }
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        blocks[block] = new byte[BLOCK];
    }

    /// {@return the block that an address is in}
    byte[] block(int address) {
        return blocks[address >>> BLOCK_BITS];
    }

    /// {@return where in its block an address is}
    static int offset(int address) {
        return address & BLOCK - 1;
    }
}
