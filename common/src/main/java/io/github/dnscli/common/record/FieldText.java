package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.NameParser;
import java.util.Optional;

/// The words of one record's data while its fields are read from them, one after the other.
///
/// Words come as [Token]s, or, for the fields that a large zone is full of, as their octets without an object each.
final class FieldText {

    private final byte[] scratch = new byte[16];
    private final NameParser names = new NameParser();
    private Words words = new Words();
    private DomainName origin = DomainName.ROOT;
    private int index;
    private String field = "";

    /// Begins with a word of other words.
    void begin(Words source, int from, DomainName completion) {
        words = source;
        index = from;
        origin = completion;
        field = "";
    }

    DomainName origin() {
        return origin;
    }

    /// Names the field that is read from here on, for messages.
    void enter(String name) {
        field = name;
    }

    boolean hasNext() {
        return index < words.size();
    }

    Token next() throws BadField {
        return words.token(nextIndex());
    }

    private int nextIndex() throws BadField {
        if (!hasNext()) {
            throw new BadField(field + " is missing");
        }
        return index++;
    }

    /// {@return the next word, which stays the next}
    Token peek() throws BadField {
        var token = next();
        back();
        return token;
    }

    /// Steps back in front of the word just read.
    void back() {
        index--;
    }

    BadField bad(Token token, String expectation) {
        return new BadField(
                field + " '" + token.excerpt() + "' " + expectation, false, Optional.of(token));
    }

    BadField badName(Token token, String problem) {
        return new BadField(
                field + " '" + token.excerpt() + "': " + problem, true, Optional.of(token));
    }

    /// {@return an unsigned number from one word}
    long number(long max) throws BadField {
        int word = nextIndex();
        byte[] text = words.text();
        int end = words.end(word);
        long value = 0;
        for (int i = words.start(word); i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw bad(words.token(word), "is not a number");
            }
            value = value * 10 + digit;
            if (value > max) {
                throw bad(words.token(word), "is not in 0.." + max);
            }
        }
        if (words.start(word) == end) {
            throw bad(words.token(word), "is not a number");
        }
        return value;
    }

    /// {@return a span of seconds from one word, with or without units; -1 if it is none}
    long seconds() throws BadField {
        int word = nextIndex();
        return Ttl.seconds(words.text(), words.start(word), words.end(word));
    }

    /// Appends the name that one word spells.
    void name(RdataWriter wire) throws BadField {
        int word = nextIndex();
        if (!names.read(words.text(), words.start(word), words.end(word), origin)) {
            throw badName(words.token(word), names.invalid().problem());
        }
        wire.bytes(names.wire(), 0, names.length());
    }

    /// Appends the octets that one word means, escapes read.
    ///
    /// @return how many there are
    int octets(RdataWriter wire) throws BadField {
        int word = nextIndex();
        int before = wire.length();
        byte[] text = words.text();
        int end = words.end(word);
        for (int i = words.start(word); i < end; i++) {
            if (text[i] == '\\') {
                var token = words.token(word);
                wire.truncate(before);
                wire.bytes(token.octets().orElseThrow(() -> bad(token, "has a malformed escape")));
                return wire.length() - before;
            }
            wire.u8(text[i]);
        }
        return end - words.start(word);
    }

    /// {@return the octets of one word, escapes read}
    byte[] octets() throws BadField {
        var token = next();
        return token.octets().orElseThrow(() -> bad(token, "has a malformed escape"));
    }

    /// Lets one word be read octet by octet; says what the reader says.
    boolean word(WordReader reader) throws BadField {
        int word = nextIndex();
        return reader.read(words.text(), words.start(word), words.end(word));
    }

    /// Reads the octets of one word, and says whether they mean something.
    interface WordReader {
        boolean read(byte[] text, int start, int end);
    }

    /// {@return room for a few octets, for whoever needs it right now}
    byte[] scratch() {
        return scratch;
    }

    /// {@return the word just read}
    Token latest() {
        return words.token(index - 1);
    }
}
