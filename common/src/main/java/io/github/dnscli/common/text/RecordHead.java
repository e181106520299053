package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands before a record's data: an owner, a TTL and a class in either order, all of which may be absent, and
/// the type (RFC 1035 §5.1).
sealed interface RecordHead {

    /// The words have their roles.
    ///
    /// @param owner the owner, unless it is that of the record before
    /// @param ttl the TTL, if written
    /// @param typeWord the type, as written
    /// @param type the type
    /// @param data the words behind it
    record Complete(
            Optional<Token> owner,
            Optional<Token> ttl,
            Token typeWord,
            RecordType type,
            List<Token> data)
            implements RecordHead {}

    /// The words are no head of a record.
    ///
    /// @param check the rule that is broken
    /// @param at the octet at which it shows
    /// @param problem why, for people
    /// @param hint the repair, or empty
    record Faulty(Check check, int at, String problem, String hint) implements RecordHead {}

    /// {@return the roles of an entry's words}
    static RecordHead of(Entry entry) {
        return new Reading(entry).head();
    }

    /// {@return the roles of the words of an entry that is known to be a record}
    static Complete complete(Entry entry) {
        return switch (of(entry)) {
            case Complete complete -> complete;
            case Faulty faulty -> throw new IllegalStateException(faulty.problem());
        };
    }

    /// One pass over the words of an entry.
    final class Reading {

        private final Entry entry;
        private final List<Token> words;
        private Optional<Token> ttl = Optional.empty();
        private Optional<Token> recordClass = Optional.empty();

        private Reading(Entry entry) {
            this.entry = entry;
            this.words = entry.words();
        }

        private RecordHead head() {
            for (int i = entry.indented() ? 0 : 1; i < words.size(); i++) {
                var word = words.get(i);
                var type = word.quoted() ? Optional.<RecordType>empty() : typeOf(word);
                if (type.isPresent()) {
                    return complete(i, type.get());
                }
                if (!takesTtl(word) && !takesClass(word)) {
                    return faulty(i);
                }
            }
            return new Faulty(
                    SyntaxChecks.SYNTAX, entry.lastWordEnd(), "a record type is missing", "");
        }

        private static Optional<RecordType> typeOf(Token word) {
            return startsWithDigit(word) || word.is("IN")
                    ? Optional.empty()
                    : RecordType.parse(word.text());
        }

        private static boolean startsWithDigit(Token word) {
            int first = word.length() == 0 ? 0 : word.source()[word.start()];
            return first >= '0' && first <= '9';
        }

        private boolean takesTtl(Token word) {
            boolean fits =
                    ttl.isEmpty()
                            && !word.quoted()
                            && startsWithDigit(word)
                            && Ttl.parseSeconds(word.text()).isPresent();
            ttl = fits ? Optional.of(word) : ttl;
            return fits;
        }

        private boolean takesClass(Token word) {
            boolean fits =
                    recordClass.isEmpty()
                            && !word.quoted()
                            && RecordClass.parse(word.text())
                                    .filter(RecordClass.IN::equals)
                                    .isPresent();
            recordClass = fits ? Optional.of(word) : recordClass;
            return fits;
        }

        private RecordHead complete(int index, RecordType type) {
            var owner = entry.indented() ? Optional.<Token>empty() : Optional.of(words.getFirst());
            var data = unglued(type, words.subList(index + 1, words.size()));
            return new Complete(owner, ttl, words.get(index), type, data);
        }

        /// `key="a value"` is one word for the types with such parameters, and two for all others.
        private static List<Token> unglued(RecordType type, List<Token> data) {
            boolean hasParameters = type.equals(RecordType.SVCB) || type.equals(RecordType.HTTPS);
            if (hasParameters || data.stream().noneMatch(Reading::isGlued)) {
                return data;
            }
            var parts = new ArrayList<Token>(data.size() + 1);
            for (var word : data) {
                parts.addAll(isGlued(word) ? parts(word) : List.of(word));
            }
            return parts;
        }

        private static boolean isGlued(Token word) {
            return !word.quoted() && word.length() > 2 && quoteIn(word) < word.end();
        }

        private static int quoteIn(Token word) {
            byte[] text = word.source();
            int at = word.start();
            while (at < word.end() && text[at] != '"') {
                at += text[at] == '\\' ? 2 : 1;
            }
            return at;
        }

        private static List<Token> parts(Token word) {
            int quote = quoteIn(word);
            byte[] text = word.source();
            return List.of(
                    new Token(text, word.start(), quote, false),
                    new Token(text, quote + 1, word.end() - 1, true));
        }

        private Faulty faulty(int index) {
            var word = words.get(index);
            if (word.quoted()) {
                return faulty(
                        SyntaxChecks.SYNTAX, word, "is a string where a record type is due", "");
            }
            if (startsWithDigit(word) || word.source()[word.start()] == '-') {
                return faultyNumber(index);
            }
            var known = RecordClass.parse(word.text());
            if (known.isPresent()) {
                return known.get().equals(RecordClass.IN)
                        ? faulty(SyntaxChecks.SYNTAX, word, "is a second class", "")
                        : faulty(
                                SyntaxChecks.CLASS_NOT_IN,
                                word,
                                "is not class IN",
                                "write 'IN', or nothing");
            }
            return looksLikeClass(index)
                    ? faulty(
                            SyntaxChecks.UNKNOWN_CLASS,
                            word,
                            "is not a class",
                            "write 'IN', or nothing")
                    : faulty(SyntaxChecks.UNKNOWN_TYPE, word, "is not a record type", "");
        }

        private Faulty faultyNumber(int index) {
            var word = words.get(index);
            if (ttl.isPresent() && Ttl.parseSeconds(word.text()).isPresent()) {
                return faulty(SyntaxChecks.SYNTAX, word, "is a second TTL", "");
            }
            boolean ownerMayBeMissing =
                    index == 1
                            && !entry.indented()
                            && RecordType.parse(words.getFirst().text()).isPresent();
            return faulty(
                    SyntaxChecks.SYNTAX,
                    word,
                    "is neither a TTL, a class nor a record type",
                    ownerMayBeMissing
                            ? "a record without an owner of its own begins with a blank"
                            : "");
        }

        private boolean looksLikeClass(int index) {
            boolean numbered = words.get(index).text().regionMatches(true, 0, "CLASS", 0, 5);
            boolean beforeType =
                    index + 2 < words.size()
                            && !words.get(index + 1).quoted()
                            && RecordType.parse(words.get(index + 1).text()).isPresent();
            return numbered || beforeType;
        }

        private static Faulty faulty(Check check, Token word, String problem, String hint) {
            return new Faulty(
                    check, word.outerStart(), "'" + word.excerpt() + "' " + problem, hint);
        }
    }
}
