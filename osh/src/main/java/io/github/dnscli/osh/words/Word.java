package io.github.dnscli.osh.words;

/// A word of a line.
///
/// @param text what it says, without its quotes
/// @param start where it begins in the line
/// @param end where it ends, exclusively
public record Word(String text, int start, int end) {

    /// {@return a text as it is typed to come out as one word}
    public static String quoted(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        var typed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean comment = letter == '#' && i == 0;
            if (comment || " \t'\"\\;|&<>".indexOf(letter) >= 0) {
                typed.append('\\');
            }
            typed.append(letter);
        }
        return typed.toString();
    }
}
