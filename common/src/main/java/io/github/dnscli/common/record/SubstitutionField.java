package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;

/// The substitution of NAPTR records: nothing, or `!expression!replacement!`, where any character may stand for `!` and an
/// `i` may follow (RFC 3402 §3.2, RFC 3403 §4.1).
record SubstitutionField() implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.peek();
        byte[] octets = text.octets();
        if (octets.length > 255) {
            throw text.bad(token, "is longer than the 255 octets of a string");
        }
        String problem = problem(octets);
        if (!problem.isEmpty()) {
            throw text.bad(token, problem);
        }
        wire.u8(octets.length);
        wire.bytes(octets);
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        byte[] octets = wire.bytes(wire.u8());
        String problem = problem(octets);
        if (!problem.isEmpty()) {
            throw new BadField("regular expression " + problem);
        }
        StringField.quote(octets, text);
    }

    /// {@return what is wrong; empty if nothing is}
    private static String problem(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return "";
        }
        char delimiter = text.charAt(0);
        if (delimiter == '\\' || delimiter == 'i' || delimiter >= '0' && delimiter <= '9') {
            return "begins with '" + delimiter + "', which cannot part an expression";
        }
        int middle = next(text, 1, delimiter);
        int end = next(text, middle + 1, delimiter);
        if (end >= text.length()) {
            return "is not of the form '!expression!replacement!'";
        }
        if (!text.substring(end + 1).matches("i?")) {
            return "has a flag other than 'i'";
        }
        return reference(text.substring(middle + 1, end)) > groups(text.substring(1, middle))
                ? "refers to a group that its expression does not have"
                : "";
    }

    /// {@return where a character stands next that no backslash precedes, or the end}
    private static int next(String text, int from, char character) {
        int at = from;
        while (at < text.length() && text.charAt(at) != character) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    private static int groups(String expression) {
        int count = 0;
        for (int at = next(expression, 0, '('); at < expression.length(); ) {
            count++;
            at = next(expression, at + 1, '(');
        }
        return count;
    }

    /// {@return the highest group that a replacement refers to, as `\1` to `\9`}
    private static int reference(String replacement) {
        int highest = 0;
        for (int at = 0; at + 1 < replacement.length(); at++) {
            if (replacement.charAt(at) == '\\') {
                at++;
                highest =
                        Math.max(highest, Math.max(0, Character.digit(replacement.charAt(at), 10)));
            }
        }
        return highest;
    }
}
