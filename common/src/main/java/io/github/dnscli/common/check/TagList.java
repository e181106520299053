package io.github.dnscli.common.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What reading a list of tags comes to: `v=DKIM1; k=rsa; …` (RFC 6376 §3.2, RFC 7489 §6.3).
sealed interface TagList {

    /// A list.
    ///
    /// @param tags the values by the names, in the order they stand in, blanks around them gone
    record Valid(SequencedMap<String, String> tags) implements TagList {

        /// Wraps the tags.
        public Valid {
            tags = Collections.unmodifiableSequencedMap(tags);
        }

        /// {@return the value of a tag, or another if there is no such tag}
        String value(String tag, String other) {
            return tags.getOrDefault(tag, other);
        }
    }

    /// No list.
    ///
    /// @param problem why, for people
    record Invalid(String problem) implements TagList {}

    static TagList read(String text) {
        var tags = new LinkedHashMap<String, String>();
        for (int at = 0; at < text.length(); ) {
            int semicolon = text.indexOf(';', at);
            int end = semicolon < 0 ? text.length() : semicolon;
            String tag = text.substring(at, end);
            at = end + 1;
            int equals = tag.indexOf('=');
            String name = equals < 0 ? "" : Letters.BLANK.strip(tag.substring(0, equals));
            if (semicolon < 0 && !tags.isEmpty() && Letters.BLANK.strip(tag).isEmpty()) {
                break; // blanks behind the last semicolon
            }
            if (!isName(name)) {
                return new Invalid(
                        Quote.of(Letters.BLANK.strip(tag)) + " is not of the form 'tag=value'");
            }
            if (tags.putIfAbsent(name, Letters.BLANK.strip(tag.substring(equals + 1))) != null) {
                return new Invalid("tag '" + name + "' is given twice");
            }
        }
        return new Valid(tags);
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && Letters.LETTER.has(name.charAt(0)) && Letters.TAG.fill(name);
    }
}
