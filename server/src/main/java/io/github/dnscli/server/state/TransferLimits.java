package io.github.dnscli.server.state;

import java.time.Duration;

/// How much of a server transfers may take.
///
/// @param atOnce how many may run at once; at least 1
/// @param turn how long one more waits for its turn; after that it is answered SERVFAIL, and the secondary comes again
/// @param time how long one may take, however steadily its messages are read
public record TransferLimits(int atOnce, Duration turn, Duration time) {

    /// 20 at once; 10 s until the turn comes; two hours.
    public static final TransferLimits DEFAULT =
            new TransferLimits(20, Duration.ofSeconds(10), Duration.ofHours(2));

    /// Checks the ranges.
    public TransferLimits {
        Range.atLeast(1, atOnce, "transfers at once");
        Range.positive(turn, "time for a transfer's turn");
        Range.positive(time, "time for a transfer");
    }
}
