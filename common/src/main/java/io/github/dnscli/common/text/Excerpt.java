package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Place;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The part of a line around a place, so that people see what is meant. It is safe to print: tabs are spaces, other
/// characters that do not show are `�`, and a long line is cut where `…` stands.
///
/// @param text the part of the line
/// @param caret how many characters of it stand before the place
public record Excerpt(String text, int caret) {

    /// So many characters are shown on either side of the place.
    private static final int REACH = 60;

    private static final String CUT = "…";

    /// {@return the text at a place}; empty if the place is in another source, or means a whole line or source
    public static Optional<Excerpt> of(Source source, Place place) {
        if (!place.source().equals(source.name()) || place.line() == 0 || place.column() == 0) {
            return Optional.empty();
        }
        return Optional.of(around(source, place));
    }

    private static Excerpt around(Source source, Place place) {
        int lineStart = Math.max(source.textStart(), source.startOfLine(place.line()));
        int at = forward(source, lineStart, place.column() - 1);
        int from = back(source, at, lineStart);
        int to = forward(source, at, REACH);
        String before = (from > lineStart ? CUT : "") + printable(source, from, at);
        String behind = printable(source, at, to) + (isLineEnd(source, to) ? "" : CUT);
        return new Excerpt((before + behind).stripTrailing(), before.length());
    }

    private static int forward(Source source, int from, int characters) {
        int at = from;
        for (int left = characters; left > 0 && !isLineEnd(source, at); left--) {
            at++;
            while (!isLineEnd(source, at) && isContinuation(source, at)) {
                at++;
            }
        }
        return at;
    }

    private static int back(Source source, int from, int lineStart) {
        int at = from;
        for (int left = REACH; left > 0 && at > lineStart; left--) {
            at--;
            while (at > lineStart && isContinuation(source, at)) {
                at--;
            }
        }
        return at;
    }

    private static boolean isContinuation(Source source, int at) {
        return (source.octets()[at] & 0xc0) == 0x80;
    }

    private static boolean isLineEnd(Source source, int at) {
        return at >= source.length() || source.octets()[at] == '\n';
    }

    private static String printable(Source source, int from, int to) {
        var text = new StringBuilder(to - from);
        new String(source.octets(), from, to - from, StandardCharsets.UTF_8)
                .codePoints()
                .map(Excerpt::printable)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int printable(int character) {
        if (character == '\t' || character == '\r') {
            return ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    '\ufffd';
            default -> character;
        };
    }
}
