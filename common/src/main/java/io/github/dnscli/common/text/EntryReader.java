package io.github.dnscli.common.text;

import io.github.dnscli.common.record.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a text into entries and their words: the layer of blanks, quotes, comments and parentheses (RFC 1035 §5.1).
///
/// Each octet is looked at once, or twice where something stays open. Words are slices of the text.
final class EntryReader {

    /// What comes next in a text.
    sealed interface Piece permits Entry, Broken {}

    /// Text that cannot be cut into words.
    ///
    /// @param at the octet at fault
    /// @param problem why, for people
    record Broken(int at, String problem) implements Piece {}

    /// More words than any record needs: 65535 octets as hexadecimal, one digit a word, are 131070.
    private static final int MAX_WORDS = 140_000;

    private static final int NONE = -1;

    private final Source source;
    private final byte[] text;
    private int at;
    private int entryStart;
    private int openAt = NONE;
    private List<Token> words = new ArrayList<>();

    EntryReader(Source source, int start) {
        this.source = source;
        this.text = source.octets();
        this.at = start;
    }

    /// {@return the next entry, or what stands in its place; empty at the end}
    Optional<Piece> next() {
        words = new ArrayList<>(8);
        openAt = NONE;
        entryStart = at;
        while (at < text.length) {
            if (text[at] == '\n' && openAt == NONE) {
                at++;
                if (!words.isEmpty()) {
                    return Optional.of(entry());
                }
                entryStart = at;
                continue;
            }
            var broken = step();
            if (broken.isPresent()) {
                skipLineOf(broken.get().at());
                return Optional.of(broken.get());
            }
        }
        return atEnd();
    }

    private Optional<Piece> atEnd() {
        if (openAt != NONE) {
            skipLineOf(openAt);
            return Optional.of(new Broken(openAt, "'(' is never closed"));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(entry());
    }

    private Entry entry() {
        boolean indented = text[entryStart] == ' ' || text[entryStart] == '\t';
        return new Entry(entryStart, at, indented, List.copyOf(words));
    }

    private void skipLineOf(int offset) {
        at = offset;
        skipToLineEnd();
        at = Math.min(at + 1, text.length);
    }

    private void skipToLineEnd() {
        while (at < text.length && text[at] != '\n') {
            at++;
        }
    }

    private Optional<Broken> step() {
        switch (text[at]) {
            case ' ', '\t', '\r', '\n' -> at++;
            case ';' -> skipToLineEnd();
            case '(' -> {
                return open();
            }
            case ')' -> {
                return close();
            }
            case '"' -> {
                return string();
            }
            case 0 -> {
                return broken(at, "a zero octet: this is not a text file");
            }
            default -> {
                return word();
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> open() {
        if (openAt == NONE) {
            openAt = at++;
            return Optional.empty();
        }
        return source.lineOf(openAt) == source.lineOf(at)
                ? broken(at, "'(' inside parentheses")
                : broken(openAt, "'(' is not closed before the next '(', " + lineOf(at));
    }

    private Optional<Broken> close() {
        if (openAt == NONE) {
            return broken(at, "')' without a '(' before it");
        }
        openAt = NONE;
        at++;
        return Optional.empty();
    }

    /// A string may hold line ends. One that does and is followed by text without a blank is most likely one whose
    /// closing quote was forgotten, so that all quotes behind it have changed sides.
    private Optional<Broken> string() {
        int quoteAt = at;
        skipString();
        if (at > text.length) {
            return broken(quoteAt, "'\"' is never closed");
        }
        if (!endsWord(at) && source.lineOf(quoteAt) != source.lineOf(at)) {
            return broken(quoteAt, "'\"' is not closed before the next '\"', " + lineOf(at));
        }
        return add(new Token(text, quoteAt + 1, at - 1, true));
    }

    /// Leaves the position behind the closing quote, or past the end of the text if there is none.
    private void skipString() {
        at++;
        while (at < text.length && text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private Optional<Broken> word() {
        int start = at;
        while (!endsWord(at) && text[at] != '"') {
            at += text[at] == '\\' && at + 1 < text.length && text[at + 1] >= ' ' ? 2 : 1;
            if (at < text.length && text[at] == '"' && text[at - 1] == '=') {
                int quoteAt = at;
                skipString();
                if (at > text.length) {
                    return broken(quoteAt, "'\"' is never closed");
                }
            }
        }
        return add(new Token(text, start, at, false));
    }

    private boolean endsWord(int offset) {
        return offset >= text.length
                || switch (text[offset]) {
                    case ' ', '\t', '\r', '\n', ';', '(', ')', 0 -> true;
                    default -> false;
                };
    }

    private Optional<Broken> add(Token word) {
        if (words.size() < MAX_WORDS) {
            words.add(word);
            return Optional.empty();
        }
        return openAt == NONE
                ? broken(entryStart, "more than " + MAX_WORDS + " words on one line")
                : broken(openAt, "'(' is not closed within " + MAX_WORDS + " words");
    }

    private String lineOf(int offset) {
        return "on line " + source.lineOf(offset);
    }

    private static Optional<Broken> broken(int offset, String problem) {
        return Optional.of(new Broken(offset, problem));
    }
}
