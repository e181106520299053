package io.github.dnscli.common.check;

import java.util.stream.IntStream;

/// Shares the work on a large zone out to all cores.
final class Parts {

    /// For fewer names it does not pay to wake others up.
    private static final int SMALL = 20_000;

    /// More parts than cores, so that none waits long for the last.
    private static final int PARTS_A_CORE = 4;

    /// Works on one of several parts.
    interface Work {
        void judge(int part, int parts, Findings findings);
    }

    private Parts() {}

    /// Judges all parts. What is found comes out in the same order however many cores there are.
    ///
    /// @param size about how many names there are
    static void judge(int size, Findings findings, Work work) {
        if (size < SMALL) {
            work.judge(0, 1, findings);
            return;
        }
        int parts = PARTS_A_CORE * Runtime.getRuntime().availableProcessors();
        IntStream.range(0, parts)
                .parallel()
                .mapToObj(
                        part -> {
                            var found = findings.another();
                            work.judge(part, parts, found);
                            return found;
                        })
                .toList()
                .forEach(findings::addAll);
    }
}
