package io.github.dnscli.common.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A sender policy (SPF), read by the grammar of RFC 7208 §12.
final class SenderPolicy {

    private static final String VERSION = "v=spf1";

    /// More look-ups than these are an error of the policy (RFC 7208 §4.6.4).
    private static final int MAX_LOOKUPS = 10;

    private final Problems problems = new Problems();
    private int lookups;
    private boolean all;
    private boolean redirect;
    private boolean explanation;

    private SenderPolicy() {}

    /// {@return whether a TXT record holds a sender policy, well-formed or not: other versions are something else
    /// (RFC 7208 §4.5)}
    static boolean isOne(TextStrings text) {
        return text.begin(VERSION) && !isOtherVersion(text.joined());
    }

    private static boolean isOtherVersion(String policy) {
        char next = policy.length() == VERSION.length() ? ' ' : policy.charAt(VERSION.length());
        return next == '.' || Letters.DIGIT.has(next);
    }

    /// {@return what is wrong with a policy}
    static List<String> problems(String policy) {
        var reading = new SenderPolicy();
        reading.read(policy.substring(VERSION.length()));
        return reading.problems.toList();
    }

    private void read(String terms) {
        if (!terms.isEmpty() && terms.charAt(0) != ' ') {
            problems.add("no space behind '" + VERSION + "'");
            return;
        }
        for (String term : terms.split(" ")) {
            if (!term.isEmpty()) {
                readTerm(term);
            }
        }
        if (redirect && !all) {
            lookups++;
        }
        if (lookups > MAX_LOOKUPS) {
            problems.add(
                    lookups
                            + " terms of the policy want look-ups, where "
                            + MAX_LOOKUPS
                            + " are the most");
        }
    }

    private void readTerm(String term) {
        int start = "+-?~".indexOf(term.charAt(0)) >= 0 ? 1 : 0;
        int end = Letters.MODIFIER.end(term, start);
        String name = term.substring(start, end).toLowerCase(Locale.ROOT);
        String rest = term.substring(end);
        if (rest.startsWith("=") && start == 0) {
            readModifier(term, name, rest.substring(1));
        } else {
            readMechanism(term, name, rest);
        }
    }

    private void readModifier(String term, String name, String value) {
        switch (name) {
            case "redirect" -> {
                requireOnce(!redirect, name);
                requireDomain(term, value);
                redirect = true;
            }
            case "exp" -> {
                requireOnce(!explanation, name);
                requireDomain(term, value);
                explanation = true;
            }
            default -> {
                if (name.isEmpty() || !Letters.LETTER.has(name.charAt(0))) {
                    problems.add(Quote.of(term) + " is neither a mechanism nor a modifier");
                } else if (!MacroText.isOne(value)) {
                    problems.add(Quote.of(term) + " has a malformed macro");
                }
            }
        }
    }

    private void requireOnce(boolean first, String name) {
        if (!first) {
            problems.add("'" + name + "=' is given twice");
        }
    }

    private void requireDomain(String term, String domain) {
        if (!MacroText.isDomain(domain)) {
            problems.add(Quote.of(domain) + " in " + Quote.of(term) + " is not a domain");
        }
    }

    private void readMechanism(String term, String name, String rest) {
        switch (name) {
            case "all" -> {
                if (!rest.isEmpty()) {
                    problems.add(Quote.of(term) + " has something behind 'all'");
                }
                all = true;
            }
            case "include", "exists" -> {
                countLookup();
                readArgument(term, rest).ifPresent(domain -> requireDomain(term, domain));
            }
            case "a", "mx" -> {
                countLookup();
                readHosts(term, rest);
            }
            case "ptr" -> {
                countLookup();
                if (!rest.isEmpty()) {
                    readArgument(term, rest).ifPresent(domain -> requireDomain(term, domain));
                }
            }
            case "ip4", "ip6" ->
                    readArgument(term, rest)
                            .flatMap(network -> SenderNetwork.problem(name, network))
                            .ifPresent(problems::add);
            default -> problems.add(Quote.of(term) + " is neither a mechanism nor a modifier");
        }
    }

    /// What follows `all` is never looked at (RFC 7208 §5.1).
    private void countLookup() {
        lookups += all ? 0 : 1;
    }

    private Optional<String> readArgument(String term, String rest) {
        if (rest.length() < 2 || rest.charAt(0) != ':') {
            problems.add(Quote.of(term) + " wants a colon and a value");
            return Optional.empty();
        }
        return Optional.of(rest.substring(1));
    }

    private void readHosts(String term, String rest) {
        var prefixes = SenderNetwork.splitPrefixes(rest);
        if (prefixes.front().isEmpty()) {
            SenderNetwork.problem(prefixes).ifPresent(problems::add);
            return;
        }
        var domain = readArgument(term, prefixes.front());
        if (domain.isPresent()) {
            SenderNetwork.problem(prefixes).ifPresent(problems::add);
            requireDomain(term, domain.get());
        }
    }
}
