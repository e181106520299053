package io.github.dnscli.common.text;

import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.record.Words;

/// Finds what stands before a record's data: an owner, a TTL and a class in either order, all of which may be absent, and
/// the type (RFC 1035 §5.1). One scan serves many records, one after the other.
final class HeadScan {

    static final int NONE = -1;

    private int ttlAt;
    private int classAt;
    private int typeAt;
    private int type;

    /// {@return whether the words are a record's; if so their roles are known, else [#typeAt()] is the word at fault}
    ///
    /// @param indented whether the first word is not an owner
    boolean scan(Words words, boolean indented) {
        ttlAt = NONE;
        classAt = NONE;
        type = NONE;
        for (typeAt = indented ? 0 : 1; typeAt < words.size(); typeAt++) {
            type = words.isQuoted(typeAt) ? NONE : typeOf(words, typeAt);
            if (type != NONE) {
                return true;
            }
            if (!takesTtl(words) && !takesClass(words)) {
                return false;
            }
        }
        return false;
    }

    private static int typeOf(Words words, int index) {
        return startsWithDigit(words, index) || is(words, index, 'I', 'N')
                ? NONE
                : RecordType.valueOf(words.text(), words.start(index), words.end(index));
    }

    static boolean startsWithDigit(Words words, int index) {
        int first = words.start(index) == words.end(index) ? 0 : words.text()[words.start(index)];
        return first >= '0' && first <= '9';
    }

    private static boolean is(Words words, int index, char first, char second) {
        int start = words.start(index);
        return words.end(index) - start == 2
                && (words.text()[start] & ~0x20) == first
                && (words.text()[start + 1] & ~0x20) == second;
    }

    private boolean takesTtl(Words words) {
        boolean fits =
                ttlAt == NONE
                        && !words.isQuoted(typeAt)
                        && startsWithDigit(words, typeAt)
                        && ttl(words, typeAt) >= 0;
        ttlAt = fits ? typeAt : ttlAt;
        return fits;
    }

    static long ttl(Words words, int index) {
        return Ttl.seconds(words.text(), words.start(index), words.end(index));
    }

    private boolean takesClass(Words words) {
        boolean fits =
                classAt == NONE
                        && !words.isQuoted(typeAt)
                        && (is(words, typeAt, 'I', 'N')
                                || RecordClass.parse(words.token(typeAt).text())
                                        .filter(RecordClass.IN::equals)
                                        .isPresent());
        classAt = fits ? typeAt : classAt;
        return fits;
    }

    /// {@return the number of the word that is the TTL, or [#NONE]}
    int ttlAt() {
        return ttlAt;
    }

    /// {@return the number of the word that is the type}
    int typeAt() {
        return typeAt;
    }

    /// {@return the type's number}
    int type() {
        return type;
    }

    /// {@return whether data of the type has parameters, in which `key="a value"` is one word; for all others it is two}
    static boolean hasParameters(int type) {
        return type == RecordType.SVCB.value()
                || type == RecordType.HTTPS.value()
                || type == RecordType.DELEG.value();
    }

    /// Parts words behind the type that are glued to a string.
    void unglue(Words words) {
        for (int i = typeAt + 1; i < words.size(); i++) {
            int quote = words.isQuoted(i) ? words.end(i) : quoteIn(words, i);
            if (quote < words.end(i)) {
                words.split(i, quote, quote + 1, words.end(i) - 1);
                i++;
            }
        }
    }

    private static int quoteIn(Words words, int index) {
        byte[] text = words.text();
        int at = words.start(index);
        while (at < words.end(index) && text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        return at;
    }
}
