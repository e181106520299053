package io.github.dnscli.testkit;

import java.util.Random;

/// How somebody writes zone files.
///
/// @param lineEnd what ends a line
/// @param hasMark whether a byte order mark begins the text
/// @param hasOpenEnd whether the last line has no end
/// @param defaultTtl the `$TTL` line; empty for none
/// @param columns at which column the type stands; 0 for a single blank, negative for tabs
/// @param inClass the class as it is written; empty for not at all
/// @param ttlPercent how many records say their TTL
/// @param classFirst whether the class stands before the TTL
/// @param isLower whether types are written in lower case
/// @param absolutePercent how many owners are absolute
/// @param blankPercent how many owners that are repeated are left out
/// @param commentPercent how many lines have a comment
/// @param scatterPercent how many records stand somewhere else than their set
/// @param sections whether `$ORIGIN` changes on the way
record ZoneStyle(
        String lineEnd,
        boolean hasMark,
        boolean hasOpenEnd,
        String defaultTtl,
        int columns,
        String inClass,
        int ttlPercent,
        boolean classFirst,
        boolean isLower,
        int absolutePercent,
        int blankPercent,
        int commentPercent,
        int scatterPercent,
        boolean sections) {

    /// {@return somebody's style}
    static ZoneStyle of(Random random) {
        return new ZoneStyle(
                random.nextInt(5) == 0 ? "\r\n" : "\n",
                random.nextInt(15) == 0,
                random.nextInt(6) == 0,
                pick(random, "$TTL 1h", "$TTL 3600", "$ttl 1H ; an hour", "$TTL 0w1h0s", ""),
                pick(random, -1, 0, 16, 24, 40),
                pick(random, "", "IN", "in", "IN"),
                pick(random, 0, 0, 20, 100),
                random.nextBoolean(),
                random.nextInt(4) == 0,
                pick(random, 0, 0, 20, 100),
                pick(random, 0, 60, 100),
                pick(random, 0, 10, 50),
                pick(random, 0, 0, 15),
                random.nextInt(3) == 0);
    }

    @SafeVarargs
    static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /// {@return what leads from a column to another}
    String gap(int from, int to) {
        return columns < 0 ? "\t" : " ".repeat(Math.max(columns == 0 ? 1 : to - from, 1));
    }
}
