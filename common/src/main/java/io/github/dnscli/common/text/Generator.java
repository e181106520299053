package io.github.dnscli.common.text;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The records that a `$GENERATE` stands for: one line for each number of its range, with `$` and `${offset,width,base}`
/// in the rest of the entry replaced by the number, as BIND has it.
///
/// @param first the first number
/// @param last the last number, at the most
/// @param step from number to number
/// @param template the rest of the entry
record Generator(int first, int last, int step, String template) {

    /// More than a /12 of IPv4 addresses, or a gigabyte of text, is a mistake or an attack.
    static final int MOST = 1 << 20;

    private static final Pattern RANGE =
            Pattern.compile("([0-9]{1,10})-([0-9]{1,10})(?:/([0-9]{1,10}))?");

    private static final Pattern MODIFIER =
            Pattern.compile("\\$\\{(-?[0-9]{1,10})(?:,([0-9]{1,3})(?:,([doxXnN]))?)?\\}");

    /// Types whose data is quoted for its own sake.
    private static final Set<String> WITH_STRINGS =
            Set.of(
                    "TXT", "SPF", "AVC", "RESINFO", "WALLET", "HINFO", "NAPTR", "URI", "CAA", "X25",
                    "ISDN", "GPOS");

    /// What reading an entry came to.
    sealed interface Parsed {

        /// It is sound.
        record Valid(Generator generator) implements Parsed {}

        /// It is not.
        ///
        /// @param at the word at fault
        /// @param problem why; goes on from the word
        record Invalid(Token at, String problem) implements Parsed {}
    }

    /// {@return what the words behind `$GENERATE` mean}
    ///
    /// @param words a range, and at least one more
    static Parsed parse(List<Token> words) {
        var range = words.getFirst();
        var matcher = RANGE.matcher(range.text());
        if (range.quoted() || !matcher.matches()) {
            return new Parsed.Invalid(range, "is not a range, such as '1-254' or '0-30/2'");
        }
        long first = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        long step = matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3));
        var problem = problemOf(first, last, step);
        if (problem.isPresent()) {
            return new Parsed.Invalid(range, problem.get());
        }
        var template = new StringBuilder();
        var previous = range;
        for (var word : words.subList(1, words.size())) {
            if (hasBadModifier(word.text())) {
                return new Parsed.Invalid(
                        word,
                        "has a malformed modifier: '${offset,width,base}' with base d, o, x, X, n or N is due");
            }
            boolean isAllData = word.quoted() && isTypeWithoutStrings(previous);
            template.append(template.isEmpty() ? "" : " ")
                    .append(isAllData ? octets(word, word.start(), word.end()) : outer(word));
            previous = word;
        }
        return new Parsed.Valid(
                new Generator((int) first, (int) last, (int) step, template.toString()));
    }

    /// {@return the first line that a sound `$GENERATE` stands for}
    static Entry firstOf(Entry directive) {
        var words = directive.words();
        return switch (parse(words.subList(1, words.size()))) {
            case Parsed.Valid(var generator) ->
                    EntryReader.entryAt(Source.of(generator.lines(0, 1), ""), 0);
            case Parsed.Invalid(_, var problem) -> throw new IllegalArgumentException(problem);
        };
    }

    private static Optional<String> problemOf(long first, long last, long step) {
        if (first > last) {
            return Optional.of("is a range that ends before it begins");
        }
        if (last > Integer.MAX_VALUE || step < 1 || step > Integer.MAX_VALUE) {
            return Optional.of(
                    "is not within 0.." + Integer.MAX_VALUE + ", with a step of at least 1");
        }
        return (last - first) / step + 1 > MOST
                ? Optional.of("stands for more than " + MOST + " records")
                : Optional.empty();
    }

    private static boolean hasBadModifier(String text) {
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
            boolean isEscaped =
                    at > 0 && (text.charAt(at - 1) == '\\' || text.charAt(at - 1) == '$');
            if (!isEscaped && !MODIFIER.matcher(text).region(at, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /// BIND reads all data as one word, which is quoted when there are blanks in it: `MX "10 mail$"`.
    private static boolean isTypeWithoutStrings(Token word) {
        return RecordType.parse(word.text())
                .filter(type -> !WITH_STRINGS.contains(type.toString()))
                .isPresent();
    }

    private static String outer(Token word) {
        return octets(word, word.outerStart(), word.outerEnd());
    }

    private static String octets(Token word, int start, int end) {
        // One character for each octet, so that none is lost.
        return new String(word.source(), start, end - start, StandardCharsets.ISO_8859_1);
    }

    /// {@return how many records it stands for}
    int count() {
        return (last - first) / step + 1;
    }

    /// {@return lines for a part of the range, each with its end}
    ///
    /// @param from how many numbers to pass by
    /// @param most how many lines at the most
    byte[] lines(int from, int most) {
        var lines = new StringBuilder();
        for (int i = from; i < Math.min(from + most, count()); i++) {
            appendLine(first + i * step, lines);
            lines.append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void appendLine(int number, StringBuilder line) {
        var modifier = MODIFIER.matcher(template);
        for (int at = 0; at < template.length(); at++) {
            char c = template.charAt(at);
            char following = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
            if (c == '\\' || c == '$' && following == '$') {
                line.append(c == '$' ? '\\' : c).append(following);
                at++;
            } else if (c == '$' && modifier.region(at, template.length()).lookingAt()) {
                append(number, modifier.group(1), modifier.group(2), modifier.group(3), line);
                at = modifier.end() - 1;
            } else if (c == '$') {
                line.append(number);
            } else {
                line.append(c);
            }
        }
    }

    private static void append(
            int number, String offset, String width, String base, StringBuilder line) {
        long value = number + Long.parseLong(offset);
        int digits = width == null ? 0 : Integer.parseInt(width);
        switch (base == null ? "d" : base) {
            case "o" -> pad(Long.toOctalString(value), digits, line);
            case "x" -> pad(Long.toHexString(value), digits, line);
            case "X" -> pad(Long.toHexString(value).toUpperCase(Locale.ROOT), digits, line);
            case "n" -> nibbles(value, digits, false, line);
            case "N" -> nibbles(value, digits, true, line);
            case String _ -> pad(Long.toString(value), digits, line);
        }
    }

    private static void pad(String digits, int width, StringBuilder line) {
        line.repeat('0', Math.max(width - digits.length(), 0)).append(digits);
    }

    /// Hexadecimal digits from the last to the first with dots between them, as below `ip6.arpa`; the width counts the
    /// dots too.
    private static void nibbles(long value, int width, boolean upper, StringBuilder line) {
        long rest = value;
        int missing = width;
        do {
            char digit = Character.forDigit((int) (rest & 15), 16);
            line.append(upper ? Character.toUpperCase(digit) : digit);
            rest >>>= 4;
            missing--;
            if (rest != 0 || missing > 0) {
                line.append('.');
                missing--;
            }
        } while (rest != 0 || missing > 0);
    }
}
