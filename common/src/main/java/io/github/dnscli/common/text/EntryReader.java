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
    /// @param line its line
    /// @param problem why, for people
    record Broken(int at, int line, String problem) implements Piece {}

    /// More words than any record needs: 65535 octets as hexadecimal, one digit a word, are 131070.
    private static final int MAX_WORDS = 140_000;

    private static final int NONE = -1;

    private final byte[] text;
    private int at;
    private int line = 1;
    private int entryStart;
    private int openAt = NONE;
    private int openLine;
    private List<Token> words = new ArrayList<>();

    EntryReader(Source source, int start) {
        this.text = source.octets();
        this.at = start;
    }

    /// {@return the entry that is known to begin at an offset}
    static Entry entryAt(Source source, int start) {
        return new EntryReader(source, start)
                .next()
                .filter(Entry.class::isInstance)
                .map(Entry.class::cast)
                .orElseThrow();
    }

    /// {@return the next entry, or what stands in its place; empty at the end}
    Optional<Piece> next() {
        words = new ArrayList<>(8);
        openAt = NONE;
        entryStart = at;
        while (at < text.length) {
            if (text[at] == '\n' && openAt == NONE) {
                passLineEnd();
                if (!words.isEmpty()) {
                    return Optional.of(entry());
                }
                entryStart = at;
                continue;
            }
            var broken = step();
            if (broken.isPresent()) {
                skipLineOf(broken.get());
                return Optional.of(broken.get());
            }
        }
        return atEnd();
    }

    private void passLineEnd() {
        at++;
        line++;
    }

    private Optional<Piece> atEnd() {
        if (openAt != NONE) {
            var broken = new Broken(openAt, openLine, "'(' is never closed");
            skipLineOf(broken);
            return Optional.of(broken);
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(entry());
    }

    private Entry entry() {
        boolean indented = text[entryStart] == ' ' || text[entryStart] == '\t';
        return new Entry(entryStart, at, indented, List.copyOf(words));
    }

    private void skipLineOf(Broken broken) {
        at = broken.at();
        line = broken.line();
        skipToLineEnd();
        if (at < text.length) {
            passLineEnd();
        }
    }

    private void skipToLineEnd() {
        while (at < text.length && text[at] != '\n') {
            at++;
        }
    }

    private Optional<Broken> step() {
        switch (text[at]) {
            case '\n' -> passLineEnd();
            case ' ', '\t', '\r' -> at++;
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
                return broken(at, line, "a zero octet: this is not a text file");
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
            openLine = line;
            return Optional.empty();
        }
        return openLine == line
                ? broken(at, line, "'(' inside parentheses")
                : broken(
                        openAt, openLine, "'(' is not closed before the next '(', on line " + line);
    }

    private Optional<Broken> close() {
        if (openAt == NONE) {
            return broken(at, line, "')' without a '(' before it");
        }
        openAt = NONE;
        at++;
        return Optional.empty();
    }

    /// A string may hold line ends. One that does and is followed by text without a blank is most likely one whose
    /// closing quote was forgotten, so that all quotes behind it have changed sides.
    private Optional<Broken> string() {
        int quoteAt = at;
        int quoteLine = line;
        if (!skipString()) {
            return broken(quoteAt, quoteLine, "'\"' is never closed");
        }
        if (quoteLine != line && !endsWord(at)) {
            return broken(
                    quoteAt, quoteLine, "'\"' is not closed before the next '\"', on line " + line);
        }
        return add(new Token(text, quoteAt + 1, at - 1, true));
    }

    /// Leaves the position behind the closing quote, and says whether there is one.
    private boolean skipString() {
        at++;
        while (at < text.length && text[at] != '"') {
            if (text[at] == '\\' && at + 1 < text.length) {
                at++;
            }
            line += text[at] == '\n' ? 1 : 0;
            at++;
        }
        at++;
        return at <= text.length;
    }

    private Optional<Broken> word() {
        int start = at;
        while (!endsWord(at) && text[at] != '"') {
            at += text[at] == '\\' && at + 1 < text.length && text[at + 1] >= ' ' ? 2 : 1;
            boolean valueIsQuoted = at < text.length && text[at] == '"' && text[at - 1] == '=';
            int quoteAt = at;
            int quoteLine = line;
            if (valueIsQuoted && !skipString()) {
                return broken(quoteAt, quoteLine, "'\"' is never closed");
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
                ? broken(
                        words.getFirst().start(),
                        line,
                        "more than " + MAX_WORDS + " words on one line")
                : broken(openAt, openLine, "'(' is not closed within " + MAX_WORDS + " words");
    }

    private static Optional<Broken> broken(int offset, int line, String problem) {
        return Optional.of(new Broken(offset, line, problem));
    }
}
