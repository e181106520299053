package io.github.dnscli.common.check;

/// Sets of ASCII characters that the grammars of record values are made of (RFC 5234 appendix B.1).
enum Letters {
    /// A space or a tab.
    BLANK {
        @Override
        boolean has(char c) {
            return c == ' ' || c == '\t';
        }
    },

    /// `0` to `9`.
    DIGIT {
        @Override
        boolean has(char c) {
            return c >= '0' && c <= '9';
        }
    },

    /// `a` to `z` in either case.
    LETTER {
        @Override
        boolean has(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
    },

    /// A letter or digit.
    ALPHANUMERIC {
        @Override
        boolean has(char c) {
            return LETTER.has(c) || DIGIT.has(c);
        }
    },

    /// What labels of host names are made of.
    HOST {
        @Override
        boolean has(char c) {
            return ALPHANUMERIC.has(c) || c == '-';
        }
    },

    /// What names of schemes are made of (RFC 3986 §3.1).
    SCHEME {
        @Override
        boolean has(char c) {
            return HOST.has(c) || c == '+' || c == '.';
        }
    },

    /// What names of tags are made of (RFC 6376 §3.2).
    TAG {
        @Override
        boolean has(char c) {
            return ALPHANUMERIC.has(c) || c == '_';
        }
    },

    /// What names of modifiers are made of (RFC 7208 §12).
    MODIFIER {
        @Override
        boolean has(char c) {
            return HOST.has(c) || c == '_' || c == '.';
        }
    },

    /// A digit to the base of 16.
    HEXADECIMAL {
        @Override
        boolean has(char c) {
            return DIGIT.has(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        }
    },

    /// What can be seen.
    VISIBLE {
        @Override
        boolean has(char c) {
            return c > ' ' && c <= '~';
        }
    };

    abstract boolean has(char c);

    /// {@return whether a text has only such characters, if any}
    boolean fill(String text) {
        return end(text, 0) == text.length();
    }

    /// {@return a text without such characters at its ends}
    String strip(String text) {
        int start = end(text, 0);
        int end = text.length();
        while (end > start && has(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// {@return where the run of such characters ends that begins at an offset}
    int end(String text, int start) {
        int at = start;
        while (at < text.length() && has(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
