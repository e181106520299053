package io.github.dnscli.ozone;

import io.github.dnscli.common.text.Excerpt;

/// How far the word at a place reaches. A finding tells only where it begins; where it ends follows from the language: at a
/// blank, a comment or a parenthesis, a quoted string at its quote.
final class Extent {

    /// Excerpts show so many characters behind the place. A word that fills them may go on.
    private static final int REACH = 60;

    private Extent() {}

    /// {@return the word at the place of an excerpt, as far as the excerpt shows it; empty if none begins there}
    static String of(Excerpt excerpt) {
        var text = excerpt.text();
        int from = Math.min(excerpt.caret(), text.length());
        boolean quoted = text.startsWith("\"", from);
        int to = from + (quoted ? 1 : 0);
        while (to < text.length() && !ends(text.charAt(to), quoted)) {
            to += text.charAt(to) == '\\' ? 2 : 1;
        }
        boolean closed = quoted && to < text.length();
        return text.substring(from, Math.min(to + (closed ? 1 : 0), text.length()));
    }

    private static boolean ends(char character, boolean quoted) {
        return quoted ? character == '"' : " ;()".indexOf(character) >= 0;
    }

    /// {@return how many characters the word at the place has; 0 if that is not known}
    static int length(Excerpt excerpt) {
        var word = of(excerpt);
        int length = word.codePointCount(0, word.length());
        return length < REACH ? length : 0;
    }
}
