package io.github.dnscli.common.zone;

import java.util.Arrays;

/// Rows of a few ints each. The ints of a row stand side by side, so that a look at a row anywhere in a large zone costs one
/// access to memory; and the rows grow by blocks, so that growing copies nothing and wastes little.
final class IntRows {

    private static final int BLOCK_BITS = 12;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final int width;
    private int[][] blocks;
    private int size;

    /// @param width how many ints a row has
    IntRows(int width) {
        this.width = width;
        this.blocks = new int[][] {new int[8 * width]};
    }

    /// {@return how many rows there are}
    int size() {
        return size;
    }

    int get(int row, int column) {
        return blocks[row >>> BLOCK_BITS][(row & BLOCK - 1) * width + column];
    }

    void set(int row, int column, int value) {
        blocks[row >>> BLOCK_BITS][(row & BLOCK - 1) * width + column] = value;
    }

    /// {@return the number of a new row of zeros}
    int add() {
        int block = size >>> BLOCK_BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blocks.length);
        }
        int within = (size & BLOCK - 1) * width;
        if (block == 0 && within == blocks[0].length) {
            // Small zones get by with a small first block.
            blocks[0] = Arrays.copyOf(blocks[0], Math.min(4 * within, BLOCK * width));
        } else if (blocks[block] == null) {
            blocks[block] = new int[BLOCK * width];
        }
        return size++;
    }
}
