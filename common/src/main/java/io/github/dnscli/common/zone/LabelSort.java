package io.github.dnscli.common.zone;

import java.util.Arrays;

/// Sorts names below one parent by their labels: a merge sort whose comparisons look at the first octets as one number,
/// kept beside the name, before they look at the label.
final class LabelSort {

    private final NamePool pool;
    private final int[] names;
    private final int from;
    private final long[] prefixes;

    LabelSort(NamePool pool, int[] names, int from, int to) {
        this.pool = pool;
        this.names = names;
        this.from = from;
        this.prefixes = new long[to - from];
        for (int i = 0; i < prefixes.length; i++) {
            prefixes[i] = pool.labelPrefix(names[from + i]);
        }
    }

    void sort() {
        int[] source = Arrays.copyOfRange(names, from, from + prefixes.length);
        int[] target = new int[source.length];
        long[] sourcePrefixes = prefixes;
        long[] targetPrefixes = new long[source.length];
        for (int width = 1; width < source.length; width *= 2) {
            for (int start = 0; start < source.length; start += 2 * width) {
                int middle = Math.min(start + width, source.length);
                int end = Math.min(start + 2 * width, source.length);
                merge(source, sourcePrefixes, target, targetPrefixes, start, middle, end);
            }
            int[] sorted = target;
            target = source;
            source = sorted;
            long[] sortedPrefixes = targetPrefixes;
            targetPrefixes = sourcePrefixes;
            sourcePrefixes = sortedPrefixes;
        }
        System.arraycopy(source, 0, names, from, source.length);
    }

    private void merge(
            int[] source,
            long[] sourcePrefixes,
            int[] target,
            long[] targetPrefixes,
            int start,
            int middle,
            int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft =
                    right == end
                            || left < middle
                                    && compare(
                                                    source[left],
                                                    sourcePrefixes[left],
                                                    source[right],
                                                    sourcePrefixes[right])
                                            <= 0;
            int taken = takeLeft ? left++ : right++;
            target[i] = source[taken];
            targetPrefixes[i] = sourcePrefixes[taken];
        }
    }

    private int compare(int one, long onePrefix, int other, long otherPrefix) {
        int byPrefix = Long.compareUnsigned(onePrefix, otherPrefix);
        return byPrefix != 0 ? byPrefix : pool.compareLabels(one, other);
    }
}
