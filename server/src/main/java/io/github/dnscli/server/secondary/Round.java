package io.github.dnscli.server.secondary;

import java.time.Instant;

/// How the round of asking goes, or the last one went.
///
/// @param at which primary's turn it is
/// @param tried how many primaries have failed in this round
/// @param failures how many rounds in a row have failed
/// @param began when it began
/// @param whole whether to ask for the whole zone, since changes were no good last time
/// @param news whether news came meanwhile, so that another round is due soon
record Round(int at, int tried, int failures, Instant began, boolean whole, boolean news) {

    /// None so far.
    static final Round FIRST = new Round(0, 0, 0, Instant.EPOCH, false, false);

    Round beginning(Instant now) {
        return new Round(at, 0, failures, now, whole, false);
    }

    Round turnTo(int primary) {
        return new Round(primary, tried, failures, began, whole, news);
    }

    Round withTried(int count) {
        return new Round(at, count, failures, began, whole, news);
    }

    Round failed() {
        return new Round(at, tried, failures + 1, began, whole, news);
    }

    Round succeeded() {
        return new Round(at, tried, 0, began, false, news);
    }

    Round withoutChanges() {
        return new Round(at, tried, failures, began, true, news);
    }

    Round withNews() {
        return new Round(at, tried, failures, began, whole, true);
    }
}
