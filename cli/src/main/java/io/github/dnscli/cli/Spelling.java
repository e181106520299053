package io.github.dnscli.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody who mistyped a word probably meant.
public final class Spelling {

    private Spelling() {}

    /// {@return the known word closest to a mistyped one, if it is close: one slip for every three letters}
    public static Optional<String> closest(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(typed, word) <= Math.max(1, typed.length() / 3))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /// {@return how many letters must be put in, left out or replaced (Levenshtein's distance)}
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            above = nextRow(above, row, from.charAt(row - 1), to);
        }
        return above[to.length()];
    }

    private static int[] nextRow(int[] above, int row, char letter, String to) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < above.length; column++) {
            int replaced = above[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
            int leftOut = above[column] + 1;
            int putIn = current[column - 1] + 1;
            current[column] = Math.min(replaced, Math.min(leftOut, putIn));
        }
        return current;
    }
}
