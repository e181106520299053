package io.github.dnscli.common.record;

import io.github.dnscli.common.finding.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One word of a zone file, as it stands there: a slice of the file, escapes not yet read.
///
/// @param source the octets of the whole file
/// @param start the first octet of the word, behind the opening quote if it is quoted
/// @param end the octet behind the word, on the closing quote if it is quoted
/// @param quoted whether it stands in double quotes
// A view into a large file: a copy per word would cost more than the file.
@SuppressWarnings("ArrayRecordComponent")
public record Token(byte[] source, int start, int end, boolean quoted) {

    private static final int EXCERPT_OCTETS = 60;

    /// {@return the words of one line of text: blanks part them, double quotes hold them together,
    /// as one word each or, behind an equals sign, as part of one}
    public static List<Token> split(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] == ' ' || bytes[at] == '\t') {
                at++;
                continue;
            }
            boolean quoted = bytes[at] == '"';
            int start = quoted ? at + 1 : at;
            int end = wordEnd(bytes, start, quoted);
            tokens.add(new Token(bytes, start, end, quoted));
            at = quoted ? end + 1 : end;
        }
        return List.copyOf(tokens);
    }

    private static int wordEnd(byte[] bytes, int start, boolean quoted) {
        int at = start;
        boolean inQuotes = quoted;
        while (at < bytes.length && !endsWord(bytes[at], quoted, inQuotes)) {
            boolean isQuote = bytes[at] == '"' && at > start;
            if (isQuote && (inQuotes || bytes[at - 1] == '=')) {
                inQuotes = !inQuotes;
            }
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, bytes.length);
    }

    private static boolean endsWord(byte octet, boolean quoted, boolean inQuotes) {
        return quoted ? octet == '"' : !inQuotes && (octet == ' ' || octet == '\t');
    }

    /// {@return the first octet of the word as it stands there, its opening quote included}
    public int outerStart() {
        return quoted ? start - 1 : start;
    }

    /// {@return the octet behind the word as it stands there, its closing quote included}
    public int outerEnd() {
        return quoted ? end + 1 : end;
    }

    /// {@return whether two words are slices of the very same text}
    @SuppressWarnings("ReferenceEquality")
    boolean sharesTextWith(Token other) {
        return source == other.source;
    }

    /// {@return how many octets the word has as written}
    public int length() {
        return end - start;
    }

    /// {@return whether the word is exactly this text, not quoted}
    public boolean is(String text) {
        return !quoted && length() == text.length() && text().equals(text);
    }

    /// {@return the word as written, octets past ASCII read as UTF-8}
    public String text() {
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    /// {@return the word fit for a message: shortened if long, octets that are not printable as `\DDD`}
    public String excerpt() {
        boolean isLong = length() > EXCERPT_OCTETS;
        int shown = isLong ? start + EXCERPT_OCTETS - 3 : end;
        while (isLong && shown > start && (source[shown] & 0xc0) == 0x80) {
            shown--;
        }
        String text = new String(source, start, shown - start, StandardCharsets.UTF_8);
        return SafeText.of(text) + (isLong ? "..." : "");
    }

    /// {@return the octets that the word means, escapes read (RFC 1035 §5.1)}; empty when an escape is malformed
    public Optional<byte[]> octets() {
        byte[] octets = new byte[end - start];
        int length = 0;
        for (int at = start; at < end; at++) {
            int octet = source[at];
            if (octet == '\\') {
                at++;
                if (at == end) {
                    return Optional.empty();
                }
                octet = source[at];
                if (octet >= '0' && octet <= '9') {
                    octet = decimal(at);
                    if (octet < 0) {
                        return Optional.empty();
                    }
                    at += 2;
                }
            }
            octets[length++] = (byte) octet;
        }
        return Optional.of(Arrays.copyOf(octets, length));
    }

    private int decimal(int at) {
        if (at + 2 >= end) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + 3; i++) {
            if (source[i] < '0' || source[i] > '9') {
                return -1;
            }
            value = value * 10 + source[i] - '0';
        }
        return value > 255 ? -1 : value;
    }
}
