package io.github.dnscli.common.text;

import io.github.dnscli.common.record.Token;
import java.util.List;

/// One record or directive as it stands in the text: its words, over as many lines as parentheses and quotes span.
///
/// @param start the first octet of its first line
/// @param end the octet behind its last line, line end included
/// @param indented whether it begins with a blank
/// @param words its words, at least one
record Entry(int start, int end, boolean indented, List<Token> words) {

    /// {@return the offset of the first word}
    int firstWordAt() {
        return words.getFirst().outerStart();
    }

    /// {@return the offset behind the last word, where a missing one is due}
    int lastWordEnd() {
        return words.getLast().outerEnd();
    }
}
