package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Token;
import io.github.dnscli.common.text.SyntaxChecks;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The substitution of a NAPTR record is nothing, or `!expression!replacement!`, where any character may stand for `!` and
/// an `i` may follow (RFC 3402 §3.2, RFC 3403 §4.1). Data may hold anything there, and some servers hand it out; BIND
/// does not load it.
final class SubstitutionRule implements NameRule {

    private static final int FIXED_OCTETS = 4;

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.NAPTR);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        for (var set : at.set(RecordType.NAPTR).stream().toList()) {
            for (var record : set.records()) {
                String problem = problem(substitution(record.data().wire()));
                if (!problem.isEmpty()) {
                    findings.add(
                            SyntaxChecks.BAD_RDATA,
                            record,
                            "NAPTR: regular expression '" + written(record) + "' " + problem,
                            "");
                }
            }
        }
    }

    /// Behind order and preference stand flags and services.
    private static String substitution(byte[] wire) {
        int flags = FIXED_OCTETS;
        int services = flags + 1 + (wire[flags] & 0xff);
        int start = services + 1 + (wire[services] & 0xff);
        return new String(wire, start + 1, wire[start] & 0xff, StandardCharsets.ISO_8859_1);
    }

    private static String written(ResourceRecord record) {
        return Token.split(record.data().text()).get(4).excerpt();
    }

    /// {@return what is wrong; empty if nothing is}
    private static String problem(String text) {
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
        return highestReference(text.substring(middle + 1, end)) > groups(text.substring(1, middle))
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
        int at = next(expression, 0, '(');
        while (at < expression.length()) {
            count++;
            at = next(expression, at + 1, '(');
        }
        return count;
    }

    /// {@return the highest group that a replacement refers to, as `\1` to `\9`}
    private static int highestReference(String replacement) {
        int highest = 0;
        for (int at = 0; at + 1 < replacement.length(); at++) {
            if (replacement.charAt(at) == '\\') {
                at++;
                highest = Math.max(highest, Character.digit(replacement.charAt(at), 10));
            }
        }
        return highest;
    }
}
