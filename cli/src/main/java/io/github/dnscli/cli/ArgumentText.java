package io.github.dnscli.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Arguments as they stand in a file: words between blanks and line ends. Quotes of either kind hold a word together; what
/// follows a `#` at the start of a word is a comment.
final class ArgumentText {

    private static final Pattern WORD =
            Pattern.compile("#.*|((?:\"[^\"]*+\"|'[^']*+'|[^\\s\"']++|[\"'])++)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private ArgumentText() {}

    /// {@return the words of a text}
    static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .filter(word -> word.group(1) != null)
                .map(word -> plain(word.group(1)))
                .toList();
    }

    private static String plain(String word) {
        return QUOTED.matcher(word)
                .replaceAll(
                        quoted ->
                                Matcher.quoteReplacement(
                                        quoted.group(1) == null
                                                ? quoted.group(2)
                                                : quoted.group(1)));
    }
}
