package io.github.dnscli.server.state;

import java.time.Duration;

/// What numbers and times a setting may have.
final class Range {

    private Range() {}

    static void atLeast(int least, int number, String what) {
        if (number < least) {
            throw new IllegalArgumentException(what + ": " + number + " is less than " + least);
        }
    }

    static void positive(Duration time, String what) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException(what + ": " + time + " is no time to wait");
        }
    }
}
