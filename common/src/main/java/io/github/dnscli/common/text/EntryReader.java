package io.github.dnscli.common.text;

import io.github.dnscli.common.record.Words;

/// Cuts a text into entries and their words: the layer of blanks, quotes, comments and parentheses (RFC 1035 §5.1).
///
/// Each octet is looked at once, or twice where something stays open. Words are slices of the text; those of one entry
/// stand in [#words()] until the next is read.
final class EntryReader {

    /// What comes next in a text.
    enum Piece {
        /// A record or a directive: its words are there.
        ENTRY,
        /// Text that cannot be cut into words: the problem is there.
        BROKEN,
        /// Nothing any more.
        END
    }

    /// More words than any record needs: 65535 octets as hexadecimal, one digit a word, are 131070.
    private static final int MAX_WORDS = 140_000;

    private static final int NONE = -1;

    private static final boolean[] ENDS_WORD = new boolean[256];

    static {
        for (char c : " \t\r\n;()\0".toCharArray()) {
            ENDS_WORD[c] = true;
        }
    }

    private final Source source;
    private final byte[] text;
    private final int limit;
    private final Words words = new Words();
    private int at;
    private int start;
    private int openAt;
    private boolean hasGluedWord;
    private int brokenAt;
    private String problem = "";

    /// An offset whose line ends the problem, or [#NONE].
    private int mentioned = NONE;

    EntryReader(Source source, int from) {
        this(source, from, source.length());
    }

    EntryReader(Source source, int from, int limit) {
        this.source = source;
        this.text = source.octets();
        this.at = from;
        this.limit = limit;
    }

    /// {@return the entry that is known to begin at an offset}
    static Entry entryAt(Source source, int start) {
        var reader = new EntryReader(source, start);
        if (reader.next() != Piece.ENTRY) {
            throw new IllegalStateException("no entry begins at " + source.place(start));
        }
        return reader.entry();
    }

    /// {@return the words of the entry that was read last; overwritten by the next}
    Words words() {
        return words;
    }

    /// {@return the first octet of the first line of the entry that was read last}
    int start() {
        return start;
    }

    /// {@return the octet behind its last line, line end included}
    int end() {
        return at;
    }

    /// {@return whether it begins with a blank}
    boolean isIndented() {
        return text[start] == ' ' || text[start] == '\t';
    }

    /// {@return whether one of its words is like `key="value"`, partly in quotes}
    boolean hasGluedWord() {
        return hasGluedWord;
    }

    /// {@return the offset behind its last word, where a missing one is due}
    int lastWordEnd() {
        return words.end(words.size() - 1) + (words.isQuoted(words.size() - 1) ? 1 : 0);
    }

    /// {@return the entry that was read last, to keep}
    Entry entry() {
        return new Entry(start, at, isIndented(), words.tokens());
    }

    /// {@return the octet at fault in broken text}
    int brokenAt() {
        return brokenAt;
    }

    /// {@return why text is broken, for people}
    String problem() {
        // Lines are counted when somebody asks: a file of nothing but parentheses is broken a
        // million times.
        return mentioned == NONE ? problem : problem + source.lineOf(mentioned);
    }

    /// {@return what comes next}
    Piece next() {
        words.begin(text);
        openAt = NONE;
        hasGluedWord = false;
        start = at;
        while (at < limit) {
            if (text[at] == '\n' && openAt == NONE) {
                at++;
                if (words.size() > 0) {
                    return Piece.ENTRY;
                }
                start = at;
            } else if (!step()) {
                skipBrokenLine();
                return Piece.BROKEN;
            }
        }
        return atEnd();
    }

    private Piece atEnd() {
        if (openAt != NONE) {
            broken(openAt, "'(' is never closed");
            skipBrokenLine();
            return Piece.BROKEN;
        }
        return words.size() == 0 ? Piece.END : Piece.ENTRY;
    }

    private void skipBrokenLine() {
        at = brokenAt;
        skipToLineEnd();
        at = Math.min(at + 1, limit);
    }

    private void skipToLineEnd() {
        while (at < limit && text[at] != '\n') {
            at++;
        }
    }

    /// Goes one piece further; says no when the text is broken.
    private boolean step() {
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
        return true;
    }

    private boolean open() {
        if (openAt == NONE) {
            openAt = at++;
            return true;
        }
        return isOnOneLine(openAt, at)
                ? broken(at, "'(' inside parentheses")
                : broken(openAt, "'(' is not closed before the next '(', on line ", at);
    }

    private boolean isOnOneLine(int from, int to) {
        int i = from;
        while (i < to && text[i] != '\n') {
            i++;
        }
        return i == to;
    }

    private boolean close() {
        if (openAt == NONE) {
            return broken(at, "')' without a '(' before it");
        }
        openAt = NONE;
        at++;
        return true;
    }

    /// A string may hold line ends. One that does and is followed by text without a blank is most likely one whose
    /// closing quote was forgotten, so that all quotes behind it have changed sides.
    private boolean string() {
        int quoteAt = at;
        if (!skipString()) {
            return broken(quoteAt, "'\"' is never closed");
        }
        if (!endsWord(at) && !isOnOneLine(quoteAt, at)) {
            return broken(quoteAt, "'\"' is not closed before the next '\"', on line ", at);
        }
        return add(quoteAt + 1, at - 1, true);
    }

    /// Leaves the position behind the closing quote, and says whether there is one.
    private boolean skipString() {
        at++;
        while (at < limit && text[at] != '"') {
            at += text[at] == '\\' && at + 1 < limit ? 2 : 1;
        }
        at++;
        return at <= limit;
    }

    private boolean word() {
        int wordStart = at;
        while (at < limit && !ENDS_WORD[text[at] & 0xff] && text[at] != '"') {
            at += text[at] == '\\' && at + 1 < limit && text[at + 1] >= ' ' ? 2 : 1;
            if (at < limit && text[at] == '"' && text[at - 1] == '=') {
                int quoteAt = at;
                hasGluedWord = true;
                if (!skipString()) {
                    return broken(quoteAt, "'\"' is never closed");
                }
            }
        }
        at = Math.min(at, limit);
        return add(wordStart, at, false);
    }

    private boolean endsWord(int offset) {
        return offset >= limit || ENDS_WORD[text[offset] & 0xff];
    }

    private boolean add(int from, int to, boolean quoted) {
        if (words.size() < MAX_WORDS) {
            words.add(from, to, quoted);
            return true;
        }
        return openAt == NONE
                ? broken(words.start(0), "more than " + MAX_WORDS + " words on one line")
                : broken(openAt, "'(' is not closed within " + MAX_WORDS + " words");
    }

    private boolean broken(int offset, String reason) {
        return broken(offset, reason, NONE);
    }

    private boolean broken(int offset, String reason, int mentionedOffset) {
        brokenAt = offset;
        problem = reason;
        mentioned = mentionedOffset;
        return false;
    }
}
