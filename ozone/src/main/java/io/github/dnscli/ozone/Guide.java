package io.github.dnscli.ozone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The guide to the checks, `docs/checks.md`, as the build packs it.
///
/// @param sections one for each check, in the order of the text
record Guide(List<Section> sections) {

    private static final String FENCE = "```";

    /// What the guide says of one check.
    ///
    /// @param id the id of the check
    /// @param text the lines below the heading, in Markdown
    record Section(String id, List<String> text) {

        /// Copies the lines.
        public Section {
            text = List.copyOf(text);
        }

        /// {@return what the check finds, as one sentence without a full stop, in plain text}
        String summary() {
            var sentence = String.join(" ", text.subList(0, text.indexOf(""))).replace('`', '\'');
            return sentence.substring(0, sentence.length() - 1);
        }

        /// {@return all of it as plain text}
        String plainText() {
            return MarkdownText.of(text, (_, words) -> words);
        }

        /// {@return all of it, in Markdown}
        String markdown() {
            return String.join("\n", text) + "\n";
        }
    }

    /// Copies the list.
    Guide {
        sections = List.copyOf(sections);
    }

    /// {@return the guide of this version}
    static Guide read() {
        try (var resource = Guide.class.getResourceAsStream("checks.md")) {
            if (resource == null) {
                throw new IllegalStateException("the build left no checks.md");
            }
            return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return what a text says: a heading of the third level begins the section of a check, one of the second ends it}
    static Guide parse(String markdown) {
        var sections = new ArrayList<Section>();
        var id = "";
        var text = new ArrayList<String>();
        boolean code = false;
        for (var line : markdown.lines().toList()) {
            code ^= line.startsWith(FENCE);
            if (!code && (line.startsWith("## ") || line.startsWith("### "))) {
                add(id, text, sections);
                id = line.startsWith("### ") ? line.substring(4).strip() : "";
                text.clear();
            } else {
                text.add(line);
            }
        }
        add(id, text, sections);
        return new Guide(sections);
    }

    private static void add(String id, List<String> text, List<Section> sections) {
        if (!id.isEmpty()) {
            sections.add(new Section(id, withoutBlankEnds(text)));
        }
    }

    private static List<String> withoutBlankEnds(List<String> text) {
        int from = 0;
        int to = text.size();
        while (from < to && text.get(from).isBlank()) {
            from++;
        }
        while (to > from && text.get(to - 1).isBlank()) {
            to--;
        }
        return text.subList(from, to);
    }

    /// {@return the section of a check}
    Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }
}
