package io.github.dnscli.common.zone;

import java.util.Arrays;

/// A list of ints that grows by blocks, so that growing copies nothing and wastes little.
final class IntColumn {

    private static final int BLOCK_BITS = 14;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private int[][] blocks = {new int[16]};
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return blocks[index >>> BLOCK_BITS][index & BLOCK - 1];
    }

    void set(int index, int value) {
        blocks[index >>> BLOCK_BITS][index & BLOCK - 1] = value;
    }

    void add(int value) {
        int block = size >>> BLOCK_BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blocks.length);
        }
        int within = size & BLOCK - 1;
        if (blocks[block] == null || within == blocks[block].length) {
            grow(block, within);
        }
        blocks[block][within] = value;
        size++;
    }

    /// Small zones get by with a small first block.
    private void grow(int block, int used) {
        int length = block == 0 ? Math.min(Math.max(used, 8) * 4, BLOCK) : BLOCK;
        blocks[block] = used == 0 ? new int[length] : Arrays.copyOf(blocks[block], length);
    }
}
