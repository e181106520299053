package io.github.dnscli.ozone;

import java.util.ArrayList;
import java.util.List;

/// A piece of a zone file or of a file of keys in the guide.
///
/// @param words what stands behind the fence: `zone bad whole --max-ttl 1d`
/// @param text the lines
record Example(List<String> words, String text) {

    private static final String FENCE = "```";

    /// {@return all of some lines of Markdown}
    static List<Example> in(List<String> markdown) {
        var examples = new ArrayList<Example>();
        List<String> words = List.of();
        var text = new StringBuilder();
        for (var line : markdown) {
            if (!line.startsWith(FENCE)) {
                text.append(line).append('\n');
            } else if (words.isEmpty()) {
                words = List.of(line.substring(FENCE.length()).split(" "));
                text.setLength(0);
            } else {
                examples.add(new Example(words, text.toString()));
                words = List.of();
            }
        }
        return examples;
    }

    /// {@return whether it is of a language and kind}
    boolean is(String language, String kind) {
        return words.size() > 1 && words.get(0).equals(language) && words.get(1).equals(kind);
    }

    /// {@return whether it shows the mistake or its repair}
    boolean isJudged() {
        return words.size() > 1 && (words.get(1).equals("bad") || words.get(1).equals("good"));
    }

    /// {@return whether it is told and not run}
    boolean isTold() {
        return words.getFirst().equals("text");
    }

    /// {@return the whole file}
    ///
    /// @param head what readers are to think before excerpts
    String file(String head) {
        return words.contains("whole") || !words.getFirst().equals("zone") ? text : head + text;
    }

    /// {@return what the command line says besides}
    List<String> options() {
        return words.stream().skip(2).filter(word -> !word.equals("whole")).toList();
    }
}
