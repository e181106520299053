package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import io.github.dnscli.common.record.Words;
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
        private final Words words;
        private final HeadScan scan = new HeadScan();

        private Reading(Entry entry) {
            this.entry = entry;
            this.words = Words.of(entry.words());
        }

        private RecordHead head() {
            if (scan.scan(words, entry.indented())) {
                return complete();
            }
            return scan.typeAt() < words.size()
                    ? faulty(scan.typeAt())
                    : new Faulty(
                            SyntaxChecks.SYNTAX,
                            entry.lastWordEnd(),
                            "a record type is missing",
                            "");
        }

        private RecordHead complete() {
            var owner = entry.indented() ? Optional.<Token>empty() : Optional.of(words.token(0));
            var ttl =
                    scan.ttlAt() == HeadScan.NONE
                            ? Optional.<Token>empty()
                            : Optional.of(words.token(scan.ttlAt()));
            var type = RecordType.of(scan.type());
            if (!HeadScan.hasParameters(scan.type())) {
                scan.unglue(words);
            }
            var data = words.tokens().subList(scan.typeAt() + 1, words.size());
            return new Complete(owner, ttl, words.token(scan.typeAt()), type, data);
        }

        private Faulty faulty(int index) {
            var word = words.token(index);
            if (word.quoted()) {
                return faulty(
                        SyntaxChecks.SYNTAX, word, "is a string where a record type is due", "");
            }
            if (HeadScan.startsWithDigit(words, index) || word.source()[word.start()] == '-') {
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
            var word = words.token(index);
            if (scan.ttlAt() != HeadScan.NONE && HeadScan.ttl(words, index) >= 0) {
                return faulty(SyntaxChecks.SYNTAX, word, "is a second TTL", "");
            }
            boolean ownerMayBeMissing = index == 1 && !entry.indented() && isType(0);
            return faulty(
                    SyntaxChecks.SYNTAX,
                    word,
                    "is neither a TTL, a class nor a record type",
                    ownerMayBeMissing
                            ? "a record without an owner of its own begins with a blank"
                            : "");
        }

        private boolean looksLikeClass(int index) {
            boolean numbered = words.token(index).text().regionMatches(true, 0, "CLASS", 0, 5);
            return numbered
                    || index + 2 < words.size() && !words.isQuoted(index + 1) && isType(index + 1);
        }

        private boolean isType(int index) {
            return RecordType.parse(words.token(index).text()).isPresent();
        }

        private static Faulty faulty(Check check, Token word, String problem, String hint) {
            return new Faulty(
                    check, word.outerStart(), "'" + word.excerpt() + "' " + problem, hint);
        }
    }
}
