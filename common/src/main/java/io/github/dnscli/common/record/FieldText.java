package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.List;
import java.util.Optional;

/// The words of one record's data while its fields are read from them, one after the other.
final class FieldText {

    private final List<Token> tokens;
    private final DomainName origin;
    private int index;
    private String field = "";

    FieldText(List<Token> tokens, DomainName origin) {
        this.tokens = tokens;
        this.origin = origin;
    }

    DomainName origin() {
        return origin;
    }

    /// Names the field that is read from here on, for messages.
    void enter(String name) {
        field = name;
    }

    boolean hasNext() {
        return index < tokens.size();
    }

    Token next() throws BadField {
        if (!hasNext()) {
            throw new BadField(field + " is missing");
        }
        return tokens.get(index++);
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
        var token = next();
        long value = 0;
        for (int i = token.start(); i < token.end(); i++) {
            int digit = token.source()[i] - '0';
            if (digit < 0 || digit > 9) {
                throw bad(token, "is not a number");
            }
            value = value * 10 + digit;
            if (value > max) {
                throw bad(token, "is not in 0.." + max);
            }
        }
        if (token.length() == 0) {
            throw bad(token, "is not a number");
        }
        return value;
    }

    /// {@return the octets of one word, escapes read}
    byte[] octets() throws BadField {
        var token = next();
        return token.octets().orElseThrow(() -> bad(token, "has a malformed escape"));
    }
}
