package io.github.dnscli.cli.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A guide as a manual page: the little Markdown of our guides in man(7). Headings of the second level become sections,
/// those of the third parts of them; of links the words stay.
public final class MarkdownPage {

    private static final String FENCE = "```";

    /// A strong word, an emphasized one, code or a link; all else is plain.
    private static final Pattern INLINE =
            Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(\\S|\\S.*?\\S)\\*|`(.+?)`|\\[(.+?)]\\(.+?\\)");

    private static final Pattern CELL = Pattern.compile("\\s*\\|\\s*");

    private final Roff page = new Roff();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder example = new StringBuilder();

    /// Whether the next paragraph follows another, from which a line parts it.
    private boolean follows;

    private MarkdownPage() {}

    /// {@return the page}
    ///
    /// @param name what `man` finds it by
    /// @param section the section of the manual
    /// @param purpose what it is about, in lower case
    /// @param markdown the guide, whose heading of the first level is left out
    /// @param seeAlso other pages, as `nsupdate(1)`
    public static String of(
            String name, int section, String purpose, String markdown, List<String> seeAlso) {
        var writer = new MarkdownPage();
        writer.page.request(".\\\" Generated from the guide: change it there.");
        writer.page.title(name, section).flow(name + " - " + purpose).section("DESCRIPTION");
        writer.write(markdown.lines().toList());
        writer.page.section("SEE ALSO").references(seeAlso);
        return writer.page.toString();
    }

    private void write(List<String> lines) {
        boolean code = false;
        String before = "";
        for (var read : lines) {
            String line = ascii(read);
            if (line.startsWith(FENCE)) {
                endParagraph();
                if (code) {
                    endExample();
                } else {
                    label(line.substring(FENCE.length()));
                }
                code = !code;
            } else if (code) {
                example.append(line).append('\n');
            } else {
                line(line, before);
            }
            before = line;
        }
        endParagraph();
    }

    /// Terminals that know no more shall show the page, too.
    private static String ascii(String line) {
        return line.replace("…", "...").replace(" · ", ", ").replace("§", "section ");
    }

    private void line(String line, String before) {
        if (line.startsWith("#")) {
            endParagraph();
            heading(line);
        } else if (line.startsWith("|")) {
            row(line, before);
        } else if (line.startsWith("- ")) {
            endParagraph();
            page.request(".IP \\(bu 2");
            follows = false;
            paragraph.append(line.substring(2)).append(' ');
        } else if (line.isBlank()) {
            endParagraph();
        } else {
            paragraph.append(line.strip()).append(' ');
        }
    }

    private void heading(String line) {
        follows = false;
        if (line.startsWith("### ")) {
            page.request(".SS " + Roff.escape(line.substring(4)));
        } else if (line.startsWith("## ")) {
            page.section(Roff.escape(line.substring(3).toUpperCase(Locale.ROOT)));
        }
    }

    /// Of a table, each row below the heading becomes an entry: what stands in its first column, and what the others say.
    private void row(String line, String before) {
        boolean heading = !before.startsWith("|");
        if (heading || line.startsWith("|---")) {
            return;
        }
        var cells = CELL.split(line.substring(1).strip(), 2);
        page.request(".TP").request(inline(cells[0]));
        page.marked(inline(cells[1].replaceFirst("\\s*\\|$", "").replace(" | ", "; ")));
        follows = true;
    }

    /// What kind of example begins: `zone bad`, `zone good --max-ttl 1d`, `zone file=hosts.zone`.
    private void label(String description) {
        var words = description.split(" ");
        String kind = words.length > 1 ? words[1] : "";
        String name = kind.equals("old") ? "before" : kind.replaceFirst("^file=", "");
        if (!name.isEmpty() && !name.equals("head")) {
            page.request(".PP").request(Roff.escape(name) + ":");
            follows = false;
        }
    }

    private void endExample() {
        page.verbatim(example.toString());
        example.setLength(0);
        follows = true;
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            if (follows) {
                page.request(".PP");
            }
            page.marked(inline(paragraph.toString()));
            paragraph.setLength(0);
            follows = true;
        }
    }

    private static String inline(String words) {
        Matcher marked = INLINE.matcher(words);
        var text = new StringBuilder();
        int at = 0;
        while (marked.find()) {
            text.append(Roff.escape(words.substring(at, marked.start())));
            text.append(inline(marked));
            at = marked.end();
        }
        return text.append(Roff.escape(words.substring(at))).toString();
    }

    private static String inline(Matcher marked) {
        if (marked.group(1) != null) {
            return Roff.bold(marked.group(1));
        }
        if (marked.group(2) != null) {
            return Roff.italic(marked.group(2));
        }
        return marked.group(3) != null ? Roff.bold(marked.group(3)) : Roff.escape(marked.group(4));
    }
}
