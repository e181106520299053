package io.github.dnscli.gitstore.commit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as text: `17-23,25`.
final class NumberRanges {

    /// More numbers than a store ever puts into one commit; a text that names more is not one of its.
    static final int MOST = 1_000_000;

    private static final Pattern RANGE =
            Pattern.compile("([1-9][0-9]{0,17})(?:-([1-9][0-9]{0,17}))?");

    private NumberRanges() {}

    /// {@return the numbers in ascending order, in as many texts as it takes}
    ///
    /// @param most how many characters a text may have
    static List<String> texts(Collection<Long> numbers, int most) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        for (var range : ranges(numbers)) {
            if (!text.isEmpty() && text.length() + 1 + range.length() > most) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : ",").append(range);
        }
        if (!text.isEmpty()) {
            texts.add(text.toString());
        }
        return texts;
    }

    private static List<String> ranges(Collection<Long> numbers) {
        var ranges = new ArrayList<String>();
        long first = 0;
        long last = 0;
        for (long number : new TreeSet<>(numbers)) {
            if (first > 0 && number == last + 1) {
                last = number;
                continue;
            }
            if (first > 0) {
                ranges.add(range(first, last));
            }
            first = number;
            last = number;
        }
        if (first > 0) {
            ranges.add(range(first, last));
        }
        return ranges;
    }

    private static String range(long first, long last) {
        return first == last ? Long.toString(first) : first + "-" + last;
    }

    /// {@return the numbers that a text means; empty if it means none}
    static Optional<Set<Long>> parse(String text) {
        var numbers = new TreeSet<Long>();
        for (String part : text.split(",", -1)) {
            var range = RANGE.matcher(part);
            if (!range.matches() || !add(range, numbers)) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }

    private static boolean add(Matcher range, Set<Long> numbers) {
        long first = Long.parseLong(range.group(1));
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        if (last < first || last - first >= MOST - numbers.size()) {
            return false;
        }
        for (long number = first; number <= last; number++) {
            numbers.add(number);
        }
        return true;
    }
}
