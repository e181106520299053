package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Version;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /// Adds the beginning of a page, as far as to what it is called and for.
    Roff title(String name, int section) {
        return request(
                        ".TH %s %s %s \"dns\\-cli\" \"dns\\-cli for Java\""
                                .formatted(
                                        escape(name.toUpperCase(Locale.ROOT)),
                                        section,
                                        Version.date()))
                .section("NAME");
    }

    /// Adds a section.
    Roff section(String title) {
        return request(".SH " + title);
    }

    /// Adds running text, each sentence on lines of its own as the formatters want it.
    Roff flow(String words) {
        return marked(escape(words));
    }

    /// Adds running text that is escaped already, and may have parts in bold or italics.
    Roff marked(String words) {
        for (var sentence : SENTENCE_END.split(words.strip().replaceAll("\\s+", " "))) {
            fill(sentence);
        }
        return this;
    }

    private void fill(String sentence) {
        var line = new StringBuilder();
        for (var word : sentence.split(" ")) {
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

    /// Adds references to other pages.
    ///
    /// @param pages such as `nsupdate(1)`
    Roff references(List<String> pages) {
        return request(pages.stream().map(Roff::reference).collect(Collectors.joining(",\n")));
    }

    private static String reference(String page) {
        int bracket = page.indexOf('(');
        return "\\%" + bold(page.substring(0, bracket)) + page.substring(bracket);
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
