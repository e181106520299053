package io.github.dnscli.common.check;

import java.util.Locale;

/// Text with macros in it, as sender policies name domains (RFC 7208 §7.1).
final class MacroText {

    /// `c`, `r` and `t` are for explanations, which stand elsewhere (RFC 7208 §7.2).
    private static final String LETTERS = "slodiphv";

    private static final String DELIMITERS = ".-+,/_=";

    private final String text;

    /// Where the last macro ends, or 0.
    private int lastMacroEnd;

    private MacroText(String text) {
        this.text = text;
    }

    /// {@return whether a text is literal but for well-formed macros}
    static boolean isOne(String text) {
        return new MacroText(text).scan();
    }

    /// {@return whether a text is one that ends as a domain does: in a label that can be at the top, or in a macro}
    static boolean isDomain(String text) {
        var macros = new MacroText(text);
        return macros.scan() && !text.isEmpty() && macros.endsAsDomain();
    }

    private boolean scan() {
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) != '%') {
                if (!Letters.VISIBLE.has(text.charAt(at++))) {
                    return false;
                }
                continue;
            }
            at = macroEnd(at + 1);
            if (at < 0) {
                return false;
            }
            lastMacroEnd = at;
        }
        return true;
    }

    /// {@return where the macro ends whose percent sign stands before an offset, or -1 if it is none}
    private int macroEnd(int start) {
        char first = charAt(start);
        if (first == '%' || first == '_' || first == '-') {
            return start + 1;
        }
        if (first != '{' || LETTERS.indexOf(Character.toLowerCase(charAt(start + 1))) < 0) {
            return -1;
        }
        int digits = start + 2;
        int at = Letters.DIGIT.end(text, digits);
        if (at > digits && isZero(text.substring(digits, at))) {
            return -1;
        }
        at += charAt(at) == 'r' || charAt(at) == 'R' ? 1 : 0;
        while (at < text.length() && DELIMITERS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return charAt(at) == '}' ? at + 1 : -1;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    /// So many labels from the right are kept; none makes no sense (RFC 7208 §7.3).
    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private boolean endsAsDomain() {
        if (lastMacroEnd == text.length()) {
            return true;
        }
        int end = text.endsWith(".") ? text.length() - 1 : text.length();
        int dot = text.lastIndexOf('.', end - 1);
        return dot >= lastMacroEnd && isTopLabel(text.substring(dot + 1, end));
    }

    /// Letters, digits and inner hyphens, and not digits alone.
    private static boolean isTopLabel(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return Letters.HOST.fill(lower)
                && !lower.isEmpty()
                && !lower.startsWith("-")
                && !lower.endsWith("-")
                && !Letters.DIGIT.fill(lower);
    }
}
