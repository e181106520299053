package io.github.dnscli.common.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A DMARC policy, read by the grammar of RFC 7489 §6.4. Tags it does not know are for others (§6.3).
final class MailPolicy {

    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");
    private static final Set<String> MODES = Set.of("r", "s");
    private static final Set<String> FAILURES = Set.of("0", "1", "d", "s");

    private final Problems problems = new Problems();

    private MailPolicy() {}

    /// {@return whether a text begins with the tag that says DMARC: the others are not looked at (RFC 7489 §6.6.3)}
    static boolean isOne(String text) {
        int semicolon = text.indexOf(';');
        String first = semicolon < 0 ? text : text.substring(0, semicolon);
        int equals = first.indexOf('=');
        return equals > 0
                && Letters.BLANK.strip(first.substring(0, equals)).equals("v")
                && Letters.BLANK.strip(first.substring(equals + 1)).equals("DMARC1");
    }

    /// {@return what is wrong with a policy}
    static List<String> problems(String policy) {
        var reading = new MailPolicy();
        switch (TagList.read(policy)) {
            case TagList.Invalid(var problem) -> reading.problems.add(problem);
            case TagList.Valid list -> reading.judge(list);
        }
        return reading.problems.toList();
    }

    private void judge(TagList.Valid list) {
        if (!list.tags().containsKey("p")) {
            problems.add("the policy has no tag 'p', which says what it is");
        }
        list.tags().forEach(this::judge);
    }

    private void judge(String tag, String value) {
        switch (tag) {
            case "p", "sp", "np" -> requireOneOf(POLICIES, tag, value);
            case "adkim", "aspf" -> requireOneOf(MODES, tag, value);
            case "fo" -> requireEach(FAILURES, tag, value);
            case "rf" -> requireEach(Set.of("afrf"), tag, value);
            case "pct" -> requireNumber(tag, value, 100);
            case "ri" -> requireNumber(tag, value, 0xffff_ffffL);
            case "rua", "ruf" -> judgeAddresses(tag, value);
            default -> {}
        }
    }

    private void requireOneOf(Set<String> words, String tag, String value) {
        if (!words.contains(value.toLowerCase(Locale.ROOT))) {
            problems.add("tag '" + tag + "' does not know " + Quote.of(value));
        }
    }

    private void requireEach(Set<String> words, String tag, String value) {
        for (String word : value.split(":", -1)) {
            requireOneOf(words, tag, Letters.BLANK.strip(word));
        }
    }

    private void requireNumber(String tag, String value, long most) {
        boolean fits =
                !value.isEmpty()
                        && value.length() <= 10
                        && Letters.DIGIT.fill(value)
                        && Long.parseLong(value) <= most;
        if (!fits) {
            problems.add(
                    "tag '" + tag + "' wants a number in 0.." + most + ", not " + Quote.of(value));
        }
    }

    private void judgeAddresses(String tag, String value) {
        for (String address : value.split(",", -1)) {
            String uri = withoutLimit(Letters.BLANK.strip(address));
            // An exclamation mark of the URI's own is to be written as %21.
            if (!UriForm.isUri(uri) || uri.indexOf('!') >= 0) {
                problems.add(
                        "tag '"
                                + tag
                                + "' wants URIs such as 'mailto:dmarc@example.com', not "
                                + Quote.of(uri));
            }
        }
    }

    /// Behind an exclamation mark stands how large a report may be: `!50m` (RFC 7489 §6.4).
    private static String withoutLimit(String address) {
        int mark = address.lastIndexOf('!');
        if (mark < 0) {
            return address;
        }
        int end = Letters.DIGIT.end(address, mark + 1);
        boolean hasUnit =
                end == address.length() - 1
                        && "kmgt".indexOf(Character.toLowerCase(address.charAt(end))) >= 0;
        return end > mark + 1 && (hasUnit || end == address.length())
                ? address.substring(0, mark)
                : address;
    }
}
