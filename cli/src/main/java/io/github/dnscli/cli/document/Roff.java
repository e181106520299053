package io.github.dnscli.cli.document;

import java.util.regex.Pattern;

/// Text in the language of manual pages, man(7).
final class Roff {

    private static final int WIDTH = 76;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z0-9)'][.!?]) +(?=\\S)");

    private final StringBuilder text = new StringBuilder();

    /// Adds a request as it is.
    Roff request(String line) {
        text.append(line).append('\n');
        return this;
    }

    /// Adds a section.
    Roff section(String title) {
        return request(".SH " + title);
    }

    /// Adds running text, each sentence on lines of its own as the formatters want it.
    Roff flow(String words) {
        for (var sentence : SENTENCE_END.split(words.strip().replaceAll("\\s+", " "))) {
            fill(sentence);
        }
        return this;
    }

    private void fill(String sentence) {
        var line = new StringBuilder();
        for (var word : escape(sentence).split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                request(guarded(line.toString()));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        request(guarded(line.toString()));
    }

    /// Adds an entry of a list: what it is, then what it means.
    Roff entry(String markedTag, String meaning) {
        return request(".TP").request(guarded(markedTag)).flow(meaning);
    }

    /// Adds lines that keep their spaces, indented.
    Roff verbatim(String lines) {
        request(".IP").request(".nf");
        lines.lines().forEach(line -> request(bold(line)));
        return request(".fi");
    }

    /// {@return a line that does not look like a request}
    private static String guarded(String line) {
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }

    static String bold(String plain) {
        return "\\fB" + escape(plain) + "\\fR";
    }

    static String italic(String plain) {
        return "\\fI" + escape(plain) + "\\fR";
    }

    /// {@return text that comes out letter by letter: quotes and hyphens would be typeset}
    static String escape(String plain) {
        return plain.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
